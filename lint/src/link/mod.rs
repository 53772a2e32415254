//! From the facts of many files to one program: crates, modules, names, types, impls.
//!
//! [`link`] builds the tables of [`Program`] and what is needed to answer questions about it. Bodies are elaborated (types, moves,
//! captures, real drops) when they are first asked for, [`Linked::body`]. Nothing is guessed: what a name or type stands for is either
//! known or [`Ty::Unknown`] with its reason.
//!
//! Deliberately absent: visibility (a program that compiles is taken as it is; only globs look at it), lifetimes, constant generics,
//! coherence and privacy errors.

pub mod callgraph;
pub mod census;
mod collect;
mod contracts;
pub mod cx;
mod derives;
pub mod elaborate;
mod imports;
mod index;
pub mod infer;
mod input;
mod methods;
pub mod module_files;
pub mod names;
mod resolve;
mod show;
pub mod table;
mod tables;
#[cfg(test)]
pub(crate) mod tests;
mod traits;
mod types;
mod values;

use std::sync::OnceLock;

use indexmap::IndexMap;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

pub use cx::{Adjust, ClosureSig, Cx, FieldPick, Holds, MethodPick, Selection, Sig, Step, ValueRes};
use index::ImplIndex;
pub use input::{CfgEnv, FileInput, Input, KrateInput, is_test_only};
use names::{ConstDef, ConstId, ModuleId, Names, Scope, TypeDef, ValueDef};

use crate::base::{FileId, FileSpan, Idx, IndexVec, Name, Span};
use crate::ir::{
    AdtId, Body, BodyId, Cfg, Container, Edition, FnId, ImplId, KrateId, LocalBodyId, Program, StaticId, Substs, TraitId, Ty, Why,
};

/// The linked program, and what answers questions about it.
#[derive(Debug, Default)]
pub struct Linked {
    /// The tables.
    pub program: Program,
    /// The module tree.
    pub names: Names,
    /// Constants.
    pub consts: IndexVec<ConstId, ConstDef>,
    /// `#[allow_hang]`s.
    pub allows: Vec<Allow>,
    /// What was linked.
    files: IndexVec<FileId, FileInput>,
    /// The lowered form of each body.
    sources: IndexVec<BodyId, BodySource>,
    /// The roots among the bodies.
    roots: FxHashMap<BodyId, Root>,
    /// The constants of each impl.
    impl_consts: IndexVec<ImplId, IndexMap<Name, ConstId>>,
    /// Impls by trait and type.
    index: ImplIndex,
    /// How many of the traits, the last ones, stand for traits of impls that are not known.
    pub unknown_traits: usize,
    /// Imports that name nothing that is known, as `module: path`, and why.
    pub unresolved_imports: Vec<(String, Why)>,
    /// What holds of `cfg` in each crate.
    cfgs: IndexVec<KrateId, CfgEnv>,
    /// The elaborated bodies of each root, once they were asked for.
    elaborated: IndexVec<BodyId, OnceLock<Vec<Body>>>,
}

/// An `#[allow_hang(rule, reason = "…")]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allow {
    /// The attribute.
    pub at: FileSpan,
    /// The item on which it stands.
    pub covers: Span,
    /// The rules that it names.
    pub rules: Vec<Name>,
    /// The reason, if one is given.
    pub reason: Option<String>,
}

/// Where a body comes from.
#[derive(Clone, Debug)]
pub struct BodySource {
    /// The lowered body.
    pub code: Code,
    /// Whose body it is, or in whose body it stands.
    pub owner: Owner,
}

/// What is known of a root.
#[derive(Clone, Debug)]
struct Root {
    /// Where its paths are read.
    module: ModuleId,
    /// The bodies of closures and async blocks in it, and its own, by their ids in the file.
    locals: FxHashMap<LocalBodyId, BodyId>,
}

/// A lowered body: of a file, or made up.
#[derive(Clone, Debug)]
pub enum Code {
    /// Of a file.
    File(FileId, LocalBodyId),
    /// Of a derive.
    Made(Box<Body>),
}

/// What a root body is the body of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Owner {
    /// A function.
    Fn(FnId),
    /// A static.
    Static(StaticId),
    /// A constant.
    Const(ConstId),
}

/// Links.
pub fn link(input: Input) -> Linked {
    let mut collected = collect::collect(&input);
    let unresolved_imports = imports::resolve(&mut collected.names, &collected.imports);
    let mut linked = tables::build(&input, collected);
    linked.unresolved_imports = unresolved_imports;
    linked.elaborated = linked.program.bodies.iter().map(|_| OnceLock::new()).collect();
    linked.files = input.files;
    linked.index = ImplIndex::new(&linked);
    linked
}

impl Linked {
    /// The elaborated body. Computed on the first call, on the caller's thread.
    pub fn body(&self, body: BodyId) -> &Body {
        let root = self.program.bodies[body].root;
        let group = self.elaborated[root].get_or_init(|| elaborate::elaborate(self, root));
        &group[body.index() - root.index()]
    }

    /// The elaborated body, if it has been asked for.
    fn elaborated_body(&self, body: BodyId) -> Option<&Body> {
        let root = self.program.bodies.get(body)?.root;
        self.elaborated[root].get()?.get(body.index() - root.index())
    }

    /// The bodies of a root, itself first, in the order of their ids.
    pub fn group(&self, root: BodyId) -> impl Iterator<Item = BodyId> + '_ {
        let first = root.index();
        self.program.bodies.indices().skip(first).take_while(move |body| self.program.bodies[*body].root == root)
    }

    /// The body as it was lowered.
    pub fn lowered(&self, body: BodyId) -> &Body {
        match &self.sources[body].code {
            Code::File(file, local) => &self.files[*file].facts.bodies[*local],
            Code::Made(body) => body,
        }
    }

    /// Where the body comes from.
    pub fn source(&self, body: BodyId) -> &BodySource {
        &self.sources[body]
    }

    /// The body of a closure or async block that is written in a body of this root.
    pub fn nested(&self, root: BodyId, local: LocalBodyId) -> Option<BodyId> {
        self.roots.get(&root)?.locals.get(&local).copied()
    }

    /// Where the paths of a body are read.
    pub fn scope_of(&self, body: BodyId) -> Scope {
        let module = self.roots.get(&self.program.bodies[body].root).map_or(Idx::new(0), |root| root.module);
        self.scope(module, self.sources[body].owner)
    }

    /// Whether a condition holds in the crate of this body.
    pub fn cfg_holds(&self, body: BodyId, cfg: &Cfg) -> bool {
        let module = self.roots.get(&self.program.bodies[body].root).map(|root| root.module);
        let env = module.and_then(|module| self.cfgs.get(self.names.modules[module].krate));
        env.is_some_and(|env| env.holds(cfg))
    }

    /// The edition in which this body is written.
    pub fn edition(&self, body: BodyId) -> Edition {
        let root = self.roots.get(&self.program.bodies[body].root);
        let krate = root.map_or(KrateId::new(0), |root| self.names.modules[root.module].krate);
        self.names.krates.get(krate).map_or_else(Edition::default, |names| names.edition)
    }

    /// A context at this body.
    pub fn cx(&self, body: BodyId) -> Cx<'_> {
        let root = self.program.bodies[body].root;
        let module = self.roots.get(&root).map_or(Idx::new(0), |root| root.module);
        let env = match self.sources[body].owner {
            Owner::Fn(func) => self.program.fns[func].bounds.as_slice(),
            Owner::Static(_) | Owner::Const(_) => &[],
        };
        Cx {
            linked: self,
            scope: self.scope(module, self.sources[body].owner),
            env,
            table: table::Table::new(),
            closures: FxHashMap::default(),
            depth: 0,
            work: 0,
        }
    }

    fn scope(&self, module: ModuleId, owner: Owner) -> Scope {
        let mut scope = Scope::of_module(module);
        let container = match owner {
            Owner::Fn(func) => self.program.fns[func].container,
            Owner::Const(id) => self.consts[id].container,
            Owner::Static(_) => Container::Module,
        };
        let mut bounds: &[_] = &[];
        if let Container::Impl(id) = container {
            let impl_ = &self.program.impls[id];
            scope.self_impl = Some(id);
            scope.self_ty = Some(impl_.self_ty.clone());
            scope.generics.clone_from(&impl_.generics);
            bounds = &impl_.bounds;
        }
        if let Owner::Fn(func) = owner {
            let func = &self.program.fns[func];
            scope.generics.clone_from(&func.generics);
            bounds = &func.bounds;
        }
        for (ty, bounds) in bounds {
            let key = match ty {
                Ty::Param(name) => name.clone(),
                Ty::Projection(base, _, name) => match &**base {
                    Ty::Param(param) => Name::new(&format!("{param}::{name}")),
                    _ => continue,
                },
                _ => continue,
            };
            scope.param_traits.entry(key).or_default().extend(bounds.iter().map(|bound| bound.trait_));
        }
        scope
    }

    /// A context with no place: for types that are known.
    pub fn anywhere(&self) -> Cx<'_> {
        let scope = Scope::of_module(Idx::new(0));
        Cx { linked: self, scope, env: &[], table: table::Table::new(), closures: FxHashMap::default(), depth: 0, work: 0 }
    }

    /// A context under the bounds of this function.
    pub fn cx_of_fn(&self, func: FnId) -> Cx<'_> {
        let scope = self.scope(Idx::new(0), Owner::Fn(func));
        let env = self.program.fns[func].bounds.as_slice();
        Cx { linked: self, scope, env, table: table::Table::new(), closures: FxHashMap::default(), depth: 0, work: 0 }
    }

    /// The type with this path, re-exports included: `std::option::Option`.
    pub fn adt_by_path(&self, path: &str) -> Option<AdtId> {
        match self.by_path(path)?.types?.def {
            TypeDef::Adt(adt) => Some(adt),
            _ => None,
        }
    }

    /// The trait with this path, re-exports included.
    pub fn trait_by_path(&self, path: &str) -> Option<TraitId> {
        match self.by_path(path)?.types?.def {
            TypeDef::Trait(id) => Some(id),
            _ => None,
        }
    }

    /// The function with this path, re-exports included; a type's by `path::Type::name`, inherent ones first.
    pub fn fn_by_path(&self, path: &str) -> Option<FnId> {
        if let Some(ValueDef::Fn(func)) = self.by_path(path).and_then(|found| found.values).map(|entry| entry.def) {
            return Some(func);
        }
        let (of, name) = path.rsplit_once("::")?;
        let found = match self.by_path(of).and_then(|found| found.types).map(|entry| entry.def) {
            Some(TypeDef::Adt(adt)) => self.index.fns_of(&index::Key::Adt(adt), name).first().copied(),
            Some(TypeDef::Trait(id)) => self.program.traits[id].fns.get(name).copied(),
            _ => None,
        };
        found.or_else(|| self.program.fns.iter_enumerated().find(|(_, func)| func.path == path).map(|(id, _)| id))
    }

    fn by_path(&self, path: &str) -> Option<names::PerNs> {
        let mut parts = path.split("::");
        let krate = parts.next()?;
        let rest: Vec<&str> = parts.collect();
        let krates = self.program.krates.iter_enumerated().filter(|(_, def)| def.name == krate);
        krates.map(|(id, _)| id).find_map(|id| self.names.path_in(self.names.krates[id].root, &rest))
    }

    /// The function that a call of a trait's function on this type runs. `substs` of the trait and the function are not known.
    pub fn impl_of(&self, trait_fn: FnId, self_ty: &Ty) -> Option<(FnId, Substs)> {
        let mut cx = self.anywhere();
        let mut substs = vec![self_ty.clone()];
        substs.extend((1..self.program.fns[trait_fn].generics.len()).map(|_| cx.table.fresh()));
        let (func, substs) = cx.instance(trait_fn, &substs)?;
        Some((func, substs.iter().map(|ty| cx.finish(ty)).collect()))
    }

    /// The method on a receiver of this type.
    pub fn resolve_method(&self, ty: &Ty, name: &str) -> Option<MethodPick> {
        let mut cx = self.anywhere();
        let mut pick = cx.lookup_method(ty, &Name::new(name), &[])?;
        pick.substs = pick.substs.iter().map(|ty| cx.finish(ty)).collect();
        pick.receiver = cx.finish(&pick.receiver);
        Some(pick)
    }

    /// Whether values of this type are copied. Not known counts as not.
    pub fn is_copy(&self, ty: &Ty) -> bool {
        self.anywhere().is_copy(ty) == Some(true)
    }

    /// Whether the drop of a value of this type may do something (true where it is not known).
    pub fn needs_drop(&self, ty: &Ty) -> bool {
        self.anywhere().needs_drop(ty)
    }

    /// The type of a field of this type.
    pub fn field_ty(&self, ty: &Ty, variant: u32, name: &Name) -> Option<Ty> {
        let mut cx = self.anywhere();
        let ty = cx.field_ty(ty, variant, name)?;
        Some(cx.finish(&ty))
    }

    /// The method that a call `x.name()` on a value of this type comes to, by the type's head alone.
    pub fn method_of(&self, ty: &Ty, name: &Name) -> Option<FnId> {
        self.resolve_method(ty, name.as_str()).map(|pick| pick.func)
    }
}
