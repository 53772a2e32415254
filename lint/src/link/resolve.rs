//! What a path names: by modules first, then what is left is associated with a type.
//!
//! A single name is looked up from the inside out: blocks of the function, the module (local items, then named imports, then globs), the
//! crates that can be named, the std prelude, the primitive types.

use super::imports::variant;
use super::names::{Entry, ModuleId, Names, PerNs, Scope, TypeDef, ValueDef, Via, Vis};
use crate::base::Name;
use crate::ir::{Edition, Path, TraitId, Why};

const PRIMITIVES: [&str; 17] =
    ["bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize", "f32", "f64"];

/// What the front of a path stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// An item.
    Def(TypeDef),
    /// A type parameter in scope.
    Param(Name),
    /// `Self`.
    SelfTy,
}

/// What a path in value position stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ValueHead {
    /// All of it is this item.
    Def(ValueDef),
    /// The front is a type or trait, of so many segments; what follows is associated with it.
    Assoc(Head, usize),
}

impl Names {
    /// What a path of plain names means in a module. `is_use`: edition 2015 reads imports from the crate's root. `skip`: an import of this
    /// name in this very module is passed over, where it is the first.
    pub(super) fn resolve_names(&self, module: ModuleId, global: bool, path: &[&Name], is_use: bool, skip: Option<&Name>) -> PerNs {
        let krate = &self.krates[self.modules[module].krate];
        let Some((first, mut rest)) = path.split_first() else { return PerNs::default() };
        let from_root = krate.edition == Edition::E2015 && (is_use || global);
        let mut at = match first.as_str() {
            "crate" | "$crate" => PerNs::module(krate.root),
            "self" => PerNs::module(self.nearest(module)),
            "super" => PerNs::module(self.parent(module)),
            _ if from_root => {
                let local = self.modules[krate.root].names.get(*first).cloned().unwrap_or_default();
                if local.types.is_some() || (rest.is_empty() && local != PerNs::default()) {
                    local
                } else {
                    self.lexical(module, first, skip)
                }
            }
            _ if global => krate.externs.get(*first).map(|root| PerNs::module(*root)).unwrap_or_default(),
            _ => self.lexical(module, first, skip),
        };
        if first.as_str() == "self" || first.as_str() == "super" {
            while let Some((name, more)) = rest.split_first().filter(|(name, _)| **name == "super") {
                let _ = name;
                let Some(Entry { def: TypeDef::Module(inner), .. }) = at.types else { return PerNs::default() };
                at = PerNs::module(self.parent(inner));
                rest = more;
            }
        }
        for name in rest {
            at = match at.types.map(|entry| entry.def) {
                Some(TypeDef::Module(inner)) => self.modules[inner].names.get(*name).cloned().unwrap_or_default(),
                Some(TypeDef::Adt(adt)) => match self.adts[adt].variants.get(*name).filter(|_| self.adts[adt].is_enum) {
                    Some((at, shape)) => variant(adt, *at, *shape),
                    None => return PerNs::default(),
                },
                _ => return PerNs::default(),
            };
        }
        at
    }

    /// The module around a block, or the module itself.
    fn nearest(&self, module: ModuleId) -> ModuleId {
        let mut at = module;
        while let (true, Some(parent)) = (self.modules[at].block, self.modules[at].parent) {
            at = parent;
        }
        at
    }

    fn parent(&self, module: ModuleId) -> ModuleId {
        let nearest = self.nearest(module);
        self.modules[nearest].parent.map_or(nearest, |parent| self.nearest(parent))
    }

    /// What a single name means in a module.
    pub(super) fn lexical(&self, module: ModuleId, name: &Name, skip: Option<&Name>) -> PerNs {
        let mut out = PerNs::default();
        let mut at = Some(module);
        while let Some(inner) = at {
            if let Some(found) = self.modules[inner].names.get(name) {
                let own = inner == module && skip == Some(name);
                out.fill(found, |via| !(own && via == Via::Import));
            }
            at = self.modules[inner].parent.filter(|_| self.modules[inner].block);
        }
        let krate = self.modules[module].krate;
        if out.types.is_none()
            && let Some(root) = self.krates[krate].externs.get(name)
        {
            out.types = PerNs::module(*root).types;
        }
        if let Some(found) = self.prelude(krate).and_then(|prelude| self.modules[prelude].names.get(name)) {
            out.fill(found, |_| true);
        }
        if out.types.is_none() && PRIMITIVES.contains(&name.as_str()) {
            out.types = Some(Entry { def: TypeDef::Prim(name.clone()), via: Via::Glob, vis: Vis::Private });
        }
        out
    }

    /// The longest front of a path that is an item, and how many segments that takes. `None`: the first names are not known.
    pub(super) fn type_head(&self, scope: &Scope, path: &Path) -> Option<(Head, usize)> {
        self.head(scope, path, path.segments.len())
    }

    fn head(&self, scope: &Scope, path: &Path, limit: usize) -> Option<(Head, usize)> {
        let first = &path.segments.first()?.name;
        if !path.global {
            if first == "Self" {
                return Some((Head::SelfTy, 1));
            }
            if scope.generics.contains(first) {
                return Some((Head::Param(first.clone()), 1));
            }
        }
        // `self::` and `super::` chains are one step.
        let mut used = 1;
        let leading = first == "self" || first == "super";
        while leading && used < limit && path.segments[used].name == "super" {
            used += 1;
        }
        let names: Vec<&Name> = path.segments[..used].iter().map(|segment| &segment.name).collect();
        let mut def = self.resolve_names(scope.module, path.global, &names, false, None).types?.def;
        while used < limit {
            let name = &path.segments[used].name;
            def = match &def {
                TypeDef::Module(module) => match self.modules[*module].names.get(name).and_then(|found| found.types.as_ref()) {
                    Some(entry) => entry.def.clone(),
                    // The rest may be a value of this module.
                    None => break,
                },
                TypeDef::Adt(adt) => match self.adts[*adt].variants.get(name).filter(|_| self.adts[*adt].is_enum) {
                    Some((at, _)) => TypeDef::Variant(*adt, *at),
                    None => break,
                },
                _ => break,
            };
            used += 1;
        }
        Some((Head::Def(def), used))
    }

    /// What a path in value position stands for. Locals are the caller's business.
    pub(super) fn value_head(&self, scope: &Scope, path: &Path) -> Option<ValueHead> {
        let count = path.segments.len();
        let last = &path.segments.last()?.name;
        if count == 1 && !path.global {
            if last == "Self" {
                return Some(ValueHead::Assoc(Head::SelfTy, 1));
            }
            return self.lexical(scope.module, last, None).values.map(|entry| ValueHead::Def(entry.def));
        }
        let (head, used) = if count == 1 {
            let root = self.krates[self.modules[scope.module].krate].root;
            (Head::Def(TypeDef::Module(root)), 0)
        } else {
            self.head(scope, path, count - 1)?
        };
        match &head {
            Head::Def(TypeDef::Module(module)) if used == count - 1 => {
                let found = self.modules[*module].names.get(last)?;
                found.values.as_ref().map(|entry| ValueHead::Def(entry.def))
            }
            Head::Def(TypeDef::Module(_)) => None,
            Head::Def(TypeDef::Adt(adt)) if used == count - 1 => {
                match self.adts[*adt].variants.get(last).filter(|_| self.adts[*adt].is_enum) {
                    Some((at, _)) => Some(ValueHead::Def(ValueDef::Ctor(*adt, *at))),
                    None => Some(ValueHead::Assoc(head, used)),
                }
            }
            _ => Some(ValueHead::Assoc(head, used)),
        }
    }

    /// Why a path names nothing.
    pub(super) fn why(&self, module: ModuleId, path: &Path) -> Why {
        let mut segments = path.segments.iter();
        let Some(first) = segments.next() else { return Why::UnresolvedPath };
        let krate = &self.krates[self.modules[module].krate];
        let mut at = match first.name.as_str() {
            "crate" | "$crate" => krate.root,
            "self" => self.nearest(module),
            "super" => self.parent(module),
            _ => {
                let found = self.resolve_names(module, path.global, &[&first.name], false, None);
                if found == PerNs::default() {
                    let mut around = Some(module);
                    while let Some(inner) = around {
                        if self.modules[inner].foreign.contains(&first.name) {
                            return Why::NoStub;
                        }
                        around = self.modules[inner].parent.filter(|_| self.modules[inner].block);
                    }
                    let is_krate =
                        path.global || (path.segments.len() > 1 && first.args.is_empty() && !first.name.starts_with(char::is_uppercase));
                    return if is_krate { Why::NoStub } else { Why::UnresolvedPath };
                }
                match found.types.map(|entry| entry.def) {
                    Some(TypeDef::Module(inner)) => inner,
                    _ => return Why::UnresolvedPath,
                }
            }
        };
        for segment in segments {
            if segment.name == "super" {
                at = self.parent(at);
                continue;
            }
            if self.modules[at].foreign.contains(&segment.name) {
                return Why::NoStub;
            }
            match self.modules[at].names.get(&segment.name).and_then(|found| found.types.as_ref()).map(|entry| &entry.def) {
                Some(TypeDef::Module(inner)) => at = *inner,
                _ => break,
            }
        }
        Why::UnresolvedPath
    }

    /// The trait that a bound names.
    pub(super) fn resolve_trait(&self, scope: &Scope, path: &Path) -> Option<TraitId> {
        match self.type_head(scope, path)? {
            (Head::Def(TypeDef::Trait(id)), used) if used == path.segments.len() => Some(id),
            _ => None,
        }
    }

    /// The `must_abort` attribute that a path names. In a stub all of them are in scope.
    pub(super) fn resolve_attr(&self, module: ModuleId, path: &Path) -> Option<Name> {
        let names: Vec<&Name> = path.segments.iter().map(|segment| &segment.name).collect();
        if self.krates[self.modules[module].krate].stub {
            let bare = path.as_ident().filter(|name| super::collect::ATTRIBUTES.contains(&name.as_str()));
            if let Some(name) = bare {
                return Some(name.clone());
            }
        }
        self.resolve_names(module, path.global, &names, false, None).macros.map(|entry| entry.def)
    }

    /// The trait itself and all that it asks for, each once, nearest first.
    pub fn supertraits(&self, trait_: TraitId) -> Vec<TraitId> {
        let mut all = vec![trait_];
        let mut next = 0;
        while let Some(id) = all.get(next).copied() {
            next += 1;
            for more in &self.traits[id].supers {
                if !all.contains(more) {
                    all.push(*more);
                }
            }
        }
        all
    }

    /// The trait among these, or above them, that has the associated type.
    pub(super) fn trait_with_type(&self, traits: &[TraitId], name: &Name) -> Option<TraitId> {
        traits.iter().find_map(|id| self.supertraits(*id).into_iter().find(|id| self.traits[*id].types.contains_key(name)))
    }
}

impl PerNs {
    /// A module.
    fn module(module: ModuleId) -> Self {
        let types = Some(Entry { def: TypeDef::Module(module), via: Via::Local, vis: Vis::Public });
        Self { types, values: None, macros: None }
    }

    /// Takes what is not there yet.
    fn fill(&mut self, from: &PerNs, takes: impl Fn(Via) -> bool) {
        if self.types.is_none() {
            self.types = from.types.clone().filter(|entry| takes(entry.via));
        }
        if self.values.is_none() {
            self.values = from.values.clone().filter(|entry| takes(entry.via));
        }
        if self.macros.is_none() {
            self.macros = from.macros.clone().filter(|entry| takes(entry.via));
        }
    }
}
