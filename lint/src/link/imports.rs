//! Second pass: `use` and `extern crate`, to a fixpoint.
//!
//! Each round resolves every import from what the modules hold so far; globs copy what they see. A name, once found, is replaced only by
//! one that wins over it (local items > named imports > globs), so the rounds end.

use rustc_hash::FxHashSet;

use super::collect::ImportSrc;
use super::names::{Entry, Lang, ModuleId, Names, PerNs, TypeDef, ValueDef, Via, Vis};
use crate::base::Name;
use crate::ir::{AdtId, Edition, KrateId, Path, Segment, Shape, TraitId, Why};

/// A program's imports are resolved in few rounds; chains of re-exports over globs take one more each.
const MAX_ROUNDS: usize = 64;

pub(super) fn resolve(names: &mut Names, imports: &[ImportSrc<'_>]) -> Vec<(String, Why)> {
    extern_krates(names);
    let mut seen: Vec<Option<(ModuleId, usize)>> = vec![None; imports.len()];
    for _ in 0..MAX_ROUNDS {
        names.find_preludes();
        let mut changed = false;
        for (import, seen) in imports.iter().zip(&mut seen) {
            changed |= if import.import.glob { glob(names, import, seen) } else { single(names, import) };
        }
        if !changed {
            break;
        }
    }
    names.find_preludes();
    names.lang = find_lang(names);
    let mut open: Vec<&ImportSrc<'_>> = imports.iter().filter(|import| !is_resolved(names, import)).collect();
    let all = open.clone();
    // A name that is imported from an import from a crate that is not known is not known either.
    loop {
        let (foreign, rest): (Vec<&ImportSrc<'_>>, Vec<&ImportSrc<'_>>) =
            open.into_iter().partition(|import| names.why(import.module, &import.import.path) == Why::NoStub);
        if foreign.is_empty() {
            break;
        }
        for import in foreign {
            if let Some(name) = import.import.alias.clone().or_else(|| named(import).map(|segment| segment.name.clone())) {
                names.modules[import.module].foreign.insert(name);
            }
        }
        open = rest;
    }
    all.into_iter().map(|import| (describe(names, import), names.why(import.module, &import.import.path))).collect()
}

/// The segment that an import brings, `self` left out.
fn named<'a>(src: &'a ImportSrc<'_>) -> Option<&'a Segment> {
    src.import.path.segments.iter().rev().find(|segment| segment.name != "self")
}

fn is_resolved(names: &Names, src: &ImportSrc<'_>) -> bool {
    let path = &src.import.path;
    let count = path.segments.len() - usize::from(path.last().is_some_and(|last| last.name == "self" && path.segments.len() > 1));
    let found = names.import_path(src.module, path, count, None);
    if src.import.glob { found.types.is_some() } else { found != PerNs::default() }
}

fn describe(names: &Names, src: &ImportSrc<'_>) -> String {
    let path: Vec<&str> = src.import.path.segments.iter().map(|segment| segment.name.as_str()).collect();
    let module = &names.modules[src.module];
    let root = &names.modules[names.krates[module.krate].root];
    format!("{}::{}: {}", root.name, module.name, path.join("::"))
}

fn extern_krates(names: &mut Names) {
    for (module, name, alias, vis) in std::mem::take(&mut names.extern_krates) {
        let krate = names.modules[module].krate;
        let root = names.krates[krate].root;
        let target = if name == "self" { Some(root) } else { names.krates[krate].externs.get(&name).copied() };
        let Some(target) = target else { continue };
        let alias = alias.unwrap_or(name);
        if alias == "_" {
            continue;
        }
        // In the root it becomes a crate that all modules can name.
        if module == root {
            names.krates[krate].externs.insert(alias.clone(), target);
        }
        let slot = names.modules[module].names.entry(alias).or_default();
        slot.types.get_or_insert(Entry { def: TypeDef::Module(target), via: Via::Local, vis });
    }
}

/// Resolves one named import; true if something was new.
fn single(names: &mut Names, src: &ImportSrc<'_>) -> bool {
    let path = &src.import.path;
    let Some(last) = path.last() else { return false };
    // `use a::b::{self}` names the module `b`, and nothing of the other name spaces.
    let selfish = last.name == "self" && path.segments.len() > 1;
    let count = if selfish { path.segments.len() - 1 } else { path.segments.len() };
    let Some(own) = path.segments.get(count - 1) else { return false };
    let name = src.import.alias.as_ref().unwrap_or(&own.name).clone();
    let mut found = names.import_path(src.module, path, count, Some(&name));
    if name == "_" {
        let traits = &mut names.modules[src.module].traits;
        if let Some(Entry { def: TypeDef::Trait(id), .. }) = found.types
            && !traits.contains(&id)
        {
            traits.push(id);
        }
        return false;
    }
    if selfish {
        found.values = None;
        found.macros = None;
    }
    merge_into(names, src.module, name, &found, Via::Import, src.vis)
}

/// Copies what a glob sees; true if something was new.
fn glob(names: &mut Names, src: &ImportSrc<'_>, seen: &mut Option<(ModuleId, usize)>) -> bool {
    let path = &src.import.path;
    let target = names.import_path(src.module, path, path.segments.len(), None).types.map(|entry| entry.def);
    match target {
        Some(TypeDef::Module(from)) if from != src.module => {
            let version = names.modules[from].version;
            if *seen == Some((from, version)) {
                return false;
            }
            *seen = Some((from, version));
            copy(names, from, src)
        }
        Some(TypeDef::Adt(adt)) if names.adts[adt].is_enum => {
            let variants: Vec<_> = names.adts[adt].variants.iter().map(|(name, (at, shape))| (name.clone(), *at, *shape)).collect();
            let mut changed = false;
            for (name, at, shape) in variants {
                let found = variant(adt, at, shape);
                changed |= merge_into(names, src.module, name, &found, Via::Glob, src.vis);
            }
            changed
        }
        _ => false,
    }
}

fn copy(names: &mut Names, from: ModuleId, src: &ImportSrc<'_>) -> bool {
    let source = &names.modules[from];
    let same_krate = source.krate == names.modules[src.module].krate;
    let inside = same_krate && names.is_inside(src.module, from);
    let sees = |vis: Vis| match vis {
        Vis::Public => true,
        Vis::Krate => same_krate,
        Vis::Private => inside,
    };
    let visible: Vec<(Name, PerNs)> = source
        .names
        .iter()
        .map(|(name, found)| {
            let mut found = found.clone();
            found.types = found.types.filter(|entry| sees(entry.vis));
            found.values = found.values.filter(|entry| sees(entry.vis));
            found.macros = found.macros.filter(|entry| sees(entry.vis));
            (name.clone(), found)
        })
        .filter(|(_, found)| found.types.is_some() || found.values.is_some() || found.macros.is_some())
        .collect();
    let mut changed = false;
    for (name, found) in visible {
        changed |= merge_into(names, src.module, name, &found, Via::Glob, src.vis);
    }
    changed
}

fn merge_into(names: &mut Names, module: ModuleId, name: Name, found: &PerNs, via: Via, vis: Vis) -> bool {
    let slot = names.modules[module].names.entry(name).or_default();
    let changed = merge(slot, found, via, vis);
    if changed {
        names.modules[module].version += 1;
    }
    changed
}

/// Enters what was found; true if something was new.
fn merge(slot: &mut PerNs, found: &PerNs, via: Via, vis: Vis) -> bool {
    let types = enter(&mut slot.types, found.types.as_ref(), via, vis);
    let values = enter(&mut slot.values, found.values.as_ref(), via, vis);
    let macros = enter(&mut slot.macros, found.macros.as_ref(), via, vis);
    types || values || macros
}

fn enter<T: Clone + PartialEq>(slot: &mut Option<Entry<T>>, found: Option<&Entry<T>>, via: Via, vis: Vis) -> bool {
    let Some(found) = found else { return false };
    let new = Entry { def: found.def.clone(), via, vis };
    match slot {
        None => {}
        Some(old) if via < old.via => {}
        // The same thing by another glob: seen from wherever one of them lets it be seen.
        Some(old) if via == old.via && old.def == new.def && wider(vis, old.vis) => {}
        Some(_) => return false,
    }
    *slot = Some(new);
    true
}

fn wider(a: Vis, b: Vis) -> bool {
    matches!((a, b), (Vis::Public, Vis::Krate | Vis::Private) | (Vis::Krate, Vis::Private))
}

/// A variant in both name spaces.
pub(super) fn variant(adt: AdtId, at: u32, shape: Shape) -> PerNs {
    let types = Some(Entry { def: TypeDef::Variant(adt, at), via: Via::Local, vis: Vis::Public });
    let values = (shape != Shape::Named).then_some(Entry { def: ValueDef::Ctor(adt, at), via: Via::Local, vis: Vis::Public });
    PerNs { types, values, macros: None }
}

impl Names {
    /// What the first `count` segments of an import's path name. An import does not resolve to itself: `skip` is its own name.
    fn import_path(&self, module: ModuleId, path: &Path, count: usize, skip: Option<&Name>) -> PerNs {
        let names: Vec<&Name> = path.segments[..count].iter().map(|segment| &segment.name).collect();
        let found = self.resolve_names(module, path.global, &names, true, skip);
        if skip.is_some() && found == PerNs::default() { self.resolve_names(module, path.global, &names, true, None) } else { found }
    }

    /// Whether `module` is `around` or inside it.
    pub(super) fn is_inside(&self, module: ModuleId, around: ModuleId) -> bool {
        let mut at = Some(module);
        while let Some(module) = at {
            if module == around {
                return true;
            }
            at = self.modules[module].parent;
        }
        false
    }

    fn find_preludes(&mut self) {
        let Some(std) = self.std else { return };
        for (at, name) in ["rust_2015", "rust_2018", "rust_2021", "rust_2024"].into_iter().enumerate() {
            let module = |name: &str| match self.path_in(std, &["prelude", name])?.types?.def {
                TypeDef::Module(module) => Some(module),
                _ => None,
            };
            self.preludes[at] = module(name).or_else(|| module("v1"));
        }
    }

    /// The prelude of a crate.
    pub(super) fn prelude(&self, krate: KrateId) -> Option<ModuleId> {
        let at = match self.krates[krate].edition {
            Edition::E2015 => 0,
            Edition::E2018 => 1,
            Edition::E2021 => 2,
            Edition::E2024 => 3,
        };
        self.preludes[at]
    }

    /// What a path of plain names means from a module's own names.
    pub fn path_in(&self, root: ModuleId, path: &[&str]) -> Option<PerNs> {
        let (last, modules) = path.split_last()?;
        let mut at = root;
        for name in modules {
            match self.modules[at].names.get(*name)?.types.as_ref()?.def {
                TypeDef::Module(module) => at = module,
                _ => return None,
            }
        }
        self.modules[at].names.get(*last).cloned()
    }
}

fn find_lang(names: &Names) -> Lang {
    let Some(std) = names.std else { return Lang::default() };
    let find = |path: &[&str]| names.path_in(std, path).and_then(|found| found.types).map(|entry| entry.def);
    let trait_ = |module: &str, name: &str| -> Option<TraitId> {
        match find(&[module, name])? {
            TypeDef::Trait(id) => Some(id),
            _ => None,
        }
    };
    let adt = |module: &str, name: &str| -> Option<AdtId> {
        match find(&[module, name])? {
            TypeDef::Adt(id) => Some(id),
            _ => None,
        }
    };
    Lang {
        fn_once: trait_("ops", "FnOnce"),
        fn_mut: trait_("ops", "FnMut"),
        fn_: trait_("ops", "Fn"),
        async_fn_once: trait_("ops", "AsyncFnOnce"),
        async_fn_mut: trait_("ops", "AsyncFnMut"),
        async_fn: trait_("ops", "AsyncFn"),
        future: trait_("future", "Future"),
        into_future: trait_("future", "IntoFuture"),
        iterator: trait_("iter", "Iterator"),
        deref: trait_("ops", "Deref"),
        drop: trait_("ops", "Drop"),
        clone: trait_("clone", "Clone"),
        copy: trait_("marker", "Copy"),
        default: trait_("default", "Default"),
        sized: trait_("marker", "Sized"),
        send: trait_("marker", "Send"),
        sync: trait_("marker", "Sync"),
        unpin: trait_("marker", "Unpin"),
        boxed: adt("boxed", "Box"),
        manually_drop: adt("mem", "ManuallyDrop"),
        phantom_data: adt("marker", "PhantomData"),
    }
}

/// What other crates can name of this one, re-exports followed.
pub(super) fn public_names(names: &Names, krate: KrateId) -> (FxHashSet<TypeDef>, FxHashSet<ValueDef>) {
    let mut types = FxHashSet::default();
    let mut values = FxHashSet::default();
    let mut seen = FxHashSet::default();
    let mut open = vec![names.krates[krate].root];
    while let Some(module) = open.pop() {
        if !seen.insert(module) {
            continue;
        }
        for found in names.modules[module].names.values() {
            if let Some(entry) = found.values.as_ref().filter(|entry| entry.vis == Vis::Public) {
                values.insert(entry.def);
            }
            let Some(entry) = found.types.as_ref().filter(|entry| entry.vis == Vis::Public) else { continue };
            types.insert(entry.def.clone());
            if let TypeDef::Module(inner) = entry.def
                && names.modules[inner].krate == krate
            {
                open.push(inner);
            }
        }
    }
    (types, values)
}
