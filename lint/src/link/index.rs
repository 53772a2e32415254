//! Impls by trait and by the head of their type, functions by name: so that a question looks at few impls.

use rustc_hash::FxHashMap;

use super::Linked;
use super::names::ConstId;
use crate::base::{Idx, Name};
use crate::ir::{AdtId, FnId, ImplId, TraitId, Ty};

/// The outermost constructor of a type, as far as impls differ by it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Adt(AdtId),
    Prim(Name),
    Ref(bool),
    Ptr,
    Tuple(usize),
    Slice,
    Array,
    FnPtr,
    Dyn(Option<TraitId>),
    Never,
}

/// The key of a type. `None`: a parameter, a projection, a type with no impls of its own, or not known.
pub(super) fn key(ty: &Ty) -> Option<Key> {
    Some(match ty {
        Ty::Adt(adt, _) => Key::Adt(*adt),
        Ty::Prim(name) => Key::Prim(name.clone()),
        Ty::Ref(mutable, _) => Key::Ref(*mutable),
        Ty::Ptr(_) => Key::Ptr,
        Ty::Tuple(parts) => Key::Tuple(parts.len()),
        Ty::Slice(_) => Key::Slice,
        Ty::Array(_) => Key::Array,
        Ty::FnPtr(..) => Key::FnPtr,
        Ty::Dyn(bounds) => Key::Dyn(bounds.first().map(|bound| bound.trait_)),
        Ty::Never => Key::Never,
        _ => return None,
    })
}

#[derive(Clone, Debug, Default)]
struct TraitImpls {
    by_key: FxHashMap<Key, Vec<ImplId>>,
    blanket: Vec<ImplId>,
    all: Vec<ImplId>,
}

/// The index.
#[derive(Clone, Debug, Default)]
pub(super) struct ImplIndex {
    by_trait: FxHashMap<TraitId, TraitImpls>,
    inherent: FxHashMap<Key, FxHashMap<Name, Vec<FnId>>>,
    consts: FxHashMap<Key, FxHashMap<Name, Vec<ConstId>>>,
    trait_fns: FxHashMap<Name, Vec<(TraitId, FnId)>>,
    foreign: FxHashMap<Key, FxHashMap<Name, Vec<FnId>>>,
}

impl ImplIndex {
    pub(super) fn new(linked: &Linked) -> Self {
        let mut index = Self::default();
        let known = linked.program.traits.len() - linked.unknown_traits;
        for (id, impl_) in linked.program.impls.iter_enumerated() {
            let key = key(&impl_.self_ty);
            if let Some(trait_) = &impl_.trait_ {
                let of = index.by_trait.entry(trait_.trait_).or_default();
                of.all.push(id);
                if let (Some(key), true) = (&key, trait_.trait_.index() >= known) {
                    let fns = index.foreign.entry(key.clone()).or_default();
                    for (name, func) in &impl_.fns {
                        fns.entry(name.clone()).or_default().push(*func);
                    }
                }
                match (key, &impl_.self_ty) {
                    (Some(key), _) => of.by_key.entry(key).or_default().push(id),
                    // An impl on a type that is not known is an impl on nothing.
                    (None, Ty::Unknown(_)) => {}
                    (None, _) => of.blanket.push(id),
                }
                continue;
            }
            let Some(key) = key else { continue };
            let fns = index.inherent.entry(key.clone()).or_default();
            for (name, func) in &impl_.fns {
                fns.entry(name.clone()).or_default().push(*func);
            }
            let consts = index.consts.entry(key).or_default();
            for (name, value) in linked.impl_consts.get(id).into_iter().flatten() {
                consts.entry(name.clone()).or_default().push(*value);
            }
        }
        for (id, trait_) in linked.program.traits.iter_enumerated() {
            for (name, func) in &trait_.fns {
                index.trait_fns.entry(name.clone()).or_default().push((id, *func));
            }
        }
        index
    }

    /// The impls of a trait that may be for this type; all of them, where the type has no head.
    pub(super) fn impls(&self, trait_: TraitId, ty: &Ty) -> impl Iterator<Item = ImplId> + '_ {
        let of = self.by_trait.get(&trait_);
        let own = of.and_then(|of| key(ty).and_then(|key| of.by_key.get(&key))).map_or(&[][..], Vec::as_slice);
        let blanket = of.map_or(&[][..], |of| of.blanket.as_slice());
        own.iter().chain(blanket).copied()
    }

    /// All impls of a trait.
    pub(super) fn all(&self, trait_: TraitId) -> &[ImplId] {
        self.by_trait.get(&trait_).map_or(&[], |of| &of.all)
    }

    /// The inherent functions of this name on types with this head.
    pub(super) fn fns_of(&self, key: &Key, name: &str) -> &[FnId] {
        self.inherent.get(key).and_then(|fns| fns.get(name)).map_or(&[], Vec::as_slice)
    }

    /// The functions of this name that types with this head have by traits that are not known. What such a trait provides by itself is not
    /// known either, but what an impl writes out is what runs.
    pub(super) fn foreign_fns_of(&self, key: &Key, name: &str) -> &[FnId] {
        self.foreign.get(key).and_then(|fns| fns.get(name)).map_or(&[], Vec::as_slice)
    }

    /// The inherent constants of this name on types with this head.
    pub(super) fn consts_of(&self, key: &Key, name: &str) -> &[ConstId] {
        self.consts.get(key).and_then(|consts| consts.get(name)).map_or(&[], Vec::as_slice)
    }

    /// The traits' functions of this name.
    pub(super) fn trait_fns(&self, name: &str) -> &[(TraitId, FnId)] {
        self.trait_fns.get(name).map_or(&[], Vec::as_slice)
    }
}
