//! Method and field lookup, as in Rust: each step of the automatic dereferences, by value, then by `&`, then by `&mut`; at each of them
//! inherent methods before those of traits.
//!
//! Precision: traits need not be in scope (an import may come from a macro), but one that is wins, and so does a method of the type's own
//! behind a dereference: `borrow_mut` of an `Rc<RefCell<…>>` is not that of `BorrowMut`, which everything has.

use super::cx::{Adjust, Cx, FieldPick, Holds, MethodPick, Step};
use super::index::key;
use super::names::{PerNs, TypeDef};
use super::table::subst;
use crate::base::Name;
use crate::ir::{Container, FnId, SelfKind, Substs, TraitId, Ty};

/// More dereferences than this are a cycle.
const MAX_STEPS: usize = 16;

impl Cx<'_> {
    /// The types that `*` reaches, the type itself first.
    pub fn autoderef(&mut self, ty: &Ty) -> Vec<Step> {
        let first = self.normalize(ty);
        let mut steps = vec![Step { adjust: None, ty: first }];
        while steps.len() < MAX_STEPS {
            let Some(last) = steps.last() else { break };
            let Some((adjust, target)) = self.deref_once(&last.ty.clone()) else { break };
            steps.push(Step { adjust: Some(adjust), ty: target });
        }
        steps
    }

    fn deref_once(&mut self, ty: &Ty) -> Option<(Adjust, Ty)> {
        let lang = self.linked.names.lang;
        match ty {
            Ty::Ref(_, inner) => Some((Adjust::Deref, self.normalize(inner))),
            Ty::Adt(adt, substs) if Some(*adt) == lang.boxed => Some((Adjust::Deref, self.normalize(substs.first()?))),
            Ty::Adt(..) | Ty::Param(_) | Ty::Opaque(_) | Ty::Projection(..) => {
                let target = self.project(ty, lang.deref?, &[], &Name::new("Target"))?;
                let target = self.table.shallow(&target);
                Some((Adjust::Overloaded { target: target.clone() }, target))
            }
            _ => None,
        }
    }

    /// The method `name` on a receiver of this type, as Rust looks it up; `args` are the turbofish's.
    pub fn lookup_method(&mut self, receiver: &Ty, name: &Name, args: &[Ty]) -> Option<MethodPick> {
        let mut steps = self.autoderef(receiver);
        if let Some(Step { ty: Ty::Array(inner), .. }) = steps.last() {
            let slice = Ty::Slice(inner.clone());
            steps.push(Step { adjust: Some(Adjust::Unsize), ty: slice });
        }
        let named = self.lookup_on(&steps, name, args, true);
        named.or_else(|| self.lookup_on(&steps, name, args, false)).or_else(|| self.pick_sealed(&steps, name, args))
    }

    /// The method on the first of these types that has it; with `named`, by a trait that can be named here, if by one.
    fn lookup_on(&mut self, steps: &[Step], name: &Name, args: &[Ty], named: bool) -> Option<MethodPick> {
        let inherent = self.inherent_candidates(steps, name);
        let foreign = self.foreign_candidates(steps, name);
        let mut adjusts = Vec::new();
        for step in steps {
            adjusts.extend(step.adjust.clone());
            // What an unknown type has is not known.
            if matches!(step.ty, Ty::Infer(_) | Ty::Unknown(_)) {
                return None;
            }
            for autoref in [None, Some(false), Some(true)] {
                let self_arg = match autoref {
                    None => step.ty.clone(),
                    Some(mutable) => Ty::Ref(mutable, Box::new(step.ty.clone())),
                };
                let pick = self.pick_inherent(&inherent, &self_arg, args);
                let pick = pick.or_else(|| self.pick_trait(name, &self_arg, args, named));
                if let Some((func, substs)) = pick.or_else(|| self.pick_inherent(&foreign, &self_arg, args)) {
                    return Some(MethodPick { func, substs, adjusts, autoref, receiver: self_arg });
                }
            }
        }
        None
    }

    /// In a stub, a method on a type parameter by a trait of the stub's own, without a bound: `R: AsyncRead` is read by `Receives`, which
    /// the stub's types implement beside it. Signatures stay those of the real crate.
    fn pick_sealed(&mut self, steps: &[Step], name: &Name, args: &[Ty]) -> Option<MethodPick> {
        let linked = self.linked;
        if !linked.names.krates[linked.names.modules.get(self.scope.module)?.krate].stub {
            return None;
        }
        let sealed = linked.index.trait_fns(name).iter().filter(|(trait_, _)| linked.names.traits[*trait_].sealed);
        let mut found: Vec<(TraitId, FnId)> = sealed.copied().collect();
        if found.len() > 1 {
            found.retain(|(trait_, _)| self.in_scope(*trait_));
        }
        let [(_, func)] = found.as_slice() else { return None };
        let def = &linked.program.fns[*func];
        let mut adjusts = Vec::new();
        for step in steps {
            adjusts.extend(step.adjust.clone());
            if !matches!(step.ty, Ty::Param(_) | Ty::Projection(..)) {
                continue;
            }
            for autoref in [None, Some(false), Some(true)] {
                let self_arg = match autoref {
                    None => step.ty.clone(),
                    Some(mutable) => Ty::Ref(mutable, Box::new(step.ty.clone())),
                };
                let mut substs = self.fresh_substs(*func, args);
                if let Some(first) = substs.first_mut() {
                    first.clone_from(&step.ty);
                }
                let first = subst(def.params.first()?, &def.generics, &substs);
                if first == self_arg {
                    return Some(MethodPick { func: *func, substs, adjusts, autoref, receiver: self_arg });
                }
            }
        }
        None
    }

    fn inherent_candidates(&mut self, steps: &[Step], name: &Name) -> Vec<(FnId, Option<Ty>)> {
        let linked = self.linked;
        let mut found = Vec::new();
        for step in steps {
            if let Some(key) = key(&step.ty) {
                found.extend(linked.index.fns_of(&key, name).iter().map(|func| (*func, None)));
            }
            if matches!(step.ty, Ty::Param(_) | Ty::Dyn(_) | Ty::Opaque(_) | Ty::Projection(..)) {
                for bound in self.bounds_on(&step.ty) {
                    if let Some(func) = linked.program.traits[bound.trait_].fns.get(name) {
                        found.push((*func, Some(step.ty.clone())));
                    }
                }
            }
        }
        found.retain(|(func, _)| linked.program.fns[*func].self_kind.is_some());
        found
    }

    /// Functions of impls whose trait is not known: a crate without a stub.
    fn foreign_candidates(&self, steps: &[Step], name: &Name) -> Vec<(FnId, Option<Ty>)> {
        let linked = self.linked;
        let keys = steps.iter().filter_map(|step| key(&step.ty));
        let found = keys.flat_map(|key| linked.index.foreign_fns_of(&key, name));
        found.filter(|func| linked.program.fns[**func].self_kind.is_some()).map(|func| (*func, None)).collect()
    }

    fn pick_inherent(&mut self, candidates: &[(FnId, Option<Ty>)], self_arg: &Ty, args: &[Ty]) -> Option<(FnId, Substs)> {
        self.pick_fitting(candidates, self_arg, args, true)
    }

    fn pick_fitting(&mut self, candidates: &[(FnId, Option<Ty>)], self_arg: &Ty, args: &[Ty], strict: bool) -> Option<(FnId, Substs)> {
        // Where only one function fits, the bounds of its impl hold: the program compiles.
        let mut fitting = Vec::new();
        for (func, on) in candidates {
            let def = &self.linked.program.fns[*func];
            let snapshot = self.table.snapshot();
            let mut substs = self.fresh_substs(*func, args);
            if let (Some(ty), Some(first)) = (on, substs.first_mut()) {
                *first = ty.clone();
            }
            let first = def.params.first().map(|ty| subst(ty, &def.generics, &substs));
            let first = first.map(|ty| self.normalize(&ty));
            let fits = first.is_some_and(|first| self.table.unify(&first, self_arg));
            if fits && !strict {
                self.container_holds(def.container, &def.generics, &substs);
            }
            if fits && (!strict || self.container_holds(def.container, &def.generics, &substs) != Holds::No) {
                // The trait's arguments are those of the bound.
                if let (Some(ty), Container::Trait(id)) = (on, def.container) {
                    let bound = self.bounds_on(ty).into_iter().find(|bound| bound.trait_ == id);
                    for (arg, subst) in bound.into_iter().flat_map(|bound| bound.substs).zip(&substs[1..]) {
                        self.table.unify(&arg, subst);
                    }
                }
                self.table.commit(snapshot);
                return Some((*func, substs));
            }
            self.table.rollback(snapshot);
            if fits {
                fitting.push((*func, on.clone()));
            }
        }
        if strict && fitting.len() == 1 { self.pick_fitting(&fitting, self_arg, args, false) } else { None }
    }

    /// Whether the bounds of the impl around a function hold.
    fn container_holds(&mut self, container: Container, generics: &[Name], substs: &[Ty]) -> Holds {
        match container {
            Container::Impl(id) => self.bounds_hold(&self.linked.program.impls[id].bounds, generics, substs),
            Container::Module | Container::Trait(_) => Holds::Yes,
        }
    }

    /// Arguments for a function's generics: those of its own that are written, the rest fresh.
    pub(super) fn fresh_substs(&mut self, func: FnId, args: &[Ty]) -> Substs {
        let def = &self.linked.program.fns[func];
        let around = self.around_count(def.container);
        (0..def.generics.len())
            .map(|at| at.checked_sub(around).and_then(|own| args.get(own)).cloned().unwrap_or_else(|| self.table.fresh()))
            .collect()
    }

    /// How many of a function's generics are its container's.
    pub(super) fn around_count(&self, container: Container) -> usize {
        match container {
            Container::Module => 0,
            Container::Impl(id) => self.linked.program.impls[id].generics.len(),
            Container::Trait(id) => self.linked.program.traits[id].generics.len() + 1,
        }
    }

    fn pick_trait(&mut self, name: &Name, self_arg: &Ty, args: &[Ty], named: bool) -> Option<(FnId, Substs)> {
        let linked = self.linked;
        let mut fits: Vec<(TraitId, FnId, Holds)> = Vec::new();
        for (trait_, func) in linked.index.trait_fns(name) {
            let Some(self_kind) = linked.program.fns[*func].self_kind else { continue };
            // What has no size is not taken by value: `text[1..].into()` borrows.
            let unsized_ = matches!(self_arg, Ty::Slice(_) | Ty::Dyn(_)) || matches!(self_arg, Ty::Prim(name) if name == "str");
            if unsized_ && self_kind == SelfKind::Value {
                continue;
            }
            let snapshot = self.table.snapshot();
            let holds = self.try_trait(*trait_, *func, self_arg, args).map_or(Holds::No, |(_, holds)| holds);
            self.table.rollback(snapshot);
            if holds != Holds::No && (!named || self.in_scope(*trait_)) {
                fits.push((*trait_, *func, holds));
            }
        }
        if fits.len() > 1 && fits.iter().any(|(_, _, holds)| *holds == Holds::Yes) {
            fits.retain(|(_, _, holds)| *holds == Holds::Yes);
        }
        let (trait_, func, _) = *fits.first()?;
        let (substs, _) = self.try_trait(trait_, func, self_arg, args)?;
        Some((func, substs))
    }

    /// Unifies the receiver with what the trait's function takes; on success the arguments, and whether the type implements the trait.
    fn try_trait(&mut self, trait_: TraitId, func: FnId, self_arg: &Ty, args: &[Ty]) -> Option<(Substs, Holds)> {
        let def = &self.linked.program.fns[func];
        let substs = self.fresh_substs(func, args);
        let first = subst(def.params.first()?, &def.generics, &substs);
        if !self.table.unify(&first, self_arg) {
            return None;
        }
        let this = self.table.shallow(substs.first()?);
        if matches!(this, Ty::Infer(_) | Ty::Unknown(_)) {
            return None;
        }
        let count = self.linked.program.traits[trait_].generics.len();
        let holds = self.implements_with(&this, trait_, &substs[1..=count]);
        Some((substs, holds))
    }

    /// Whether the trait can be named here.
    fn in_scope(&self, trait_: TraitId) -> bool {
        let names = &self.linked.names;
        let mut at = Some(self.scope.module);
        let mut around = Vec::new();
        while let Some(module) = at {
            around.push(module);
            at = names.modules[module].parent.filter(|_| names.modules[module].block);
        }
        around.extend(names.modules.get(self.scope.module).and_then(|module| names.prelude(module.krate)));
        around.into_iter().any(|module| {
            let module = &names.modules[module];
            let is_trait = |found: &PerNs| found.types.as_ref().is_some_and(|entry| entry.def == TypeDef::Trait(trait_));
            module.traits.contains(&trait_) || module.names.values().any(is_trait)
        })
    }

    /// The field `name`.
    pub fn lookup_field(&mut self, base: &Ty, name: &Name) -> Option<FieldPick> {
        let mut adjusts = Vec::new();
        for step in self.autoderef(base) {
            adjusts.extend(step.adjust);
            if matches!(step.ty, Ty::Tuple(_) | Ty::Adt(..))
                && let Some(ty) = self.field_ty(&step.ty, 0, name)
            {
                let is_enum = matches!(step.ty, Ty::Adt(adt, _) if self.linked.names.adts[adt].is_enum);
                if !is_enum {
                    return Some(FieldPick { adjusts, ty });
                }
            }
        }
        None
    }

    /// The function that a call of a trait's function runs, when `Self` is known: of an impl, or the trait's own with its body.
    pub fn instance(&mut self, trait_fn: FnId, substs: &[Ty]) -> Option<(FnId, Substs)> {
        let def = &self.linked.program.fns[trait_fn];
        let Container::Trait(trait_) = def.container else { return Some((trait_fn, substs.to_vec())) };
        let count = self.linked.program.traits[trait_].generics.len();
        let this = self.normalize(substs.first()?);
        match self.select(&this, trait_, substs.get(1..=count)?)? {
            super::Selection::Impl(id, impl_substs) => match self.linked.program.impls[id].fns.get(&def.name) {
                Some(func) => {
                    let own = substs.get(count + 1..).unwrap_or(&[]);
                    let wanted = self.linked.program.fns[*func].generics.len();
                    let mut all: Substs = impl_substs.iter().map(|ty| self.table.resolve(ty)).chain(own.iter().cloned()).collect();
                    while all.len() < wanted {
                        all.push(self.table.fresh());
                    }
                    all.truncate(wanted);
                    Some((*func, all))
                }
                None => Some((trait_fn, substs.to_vec())),
            },
            super::Selection::Bound(_) | super::Selection::Builtin => None,
        }
    }
}
