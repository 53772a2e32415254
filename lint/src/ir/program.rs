//! The linked program: what the analysis reads.

use indexmap::IndexMap;

use super::{AdtKind, Shape, TraitRef, Ty};
use crate::base::{FileId, FileSpan, IndexVec, Name, Span};

crate::base::index_type! {
    /// A crate: a target of the workspace, or a stub.
    pub struct KrateId = "krate";
}
crate::base::index_type! {
    /// A function: free, inherent, of a trait, of a trait's impl.
    pub struct FnId = "fn";
}
crate::base::index_type! {
    /// A struct, enum or union.
    pub struct AdtId = "adt";
}
crate::base::index_type! {
    /// A trait.
    pub struct TraitId = "trait";
}
crate::base::index_type! {
    /// An impl block.
    pub struct ImplId = "impl";
}
crate::base::index_type! {
    /// A static.
    pub struct StaticId = "static";
}
crate::base::index_type! {
    /// A body of the program.
    pub struct BodyId = "body";
}

/// Everything that was linked, stubs included.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// Crates.
    pub krates: IndexVec<KrateId, Krate>,
    /// Functions.
    pub fns: IndexVec<FnId, FnDef>,
    /// Types.
    pub adts: IndexVec<AdtId, AdtDef>,
    /// Traits.
    pub traits: IndexVec<TraitId, TraitDef>,
    /// Impl blocks.
    pub impls: IndexVec<ImplId, ImplDef>,
    /// Statics.
    pub statics: IndexVec<StaticId, StaticDef>,
    /// Where each body stands.
    pub bodies: IndexVec<BodyId, BodyDef>,
}

/// A crate.
#[derive(Clone, Debug)]
pub struct Krate {
    /// Its name in paths.
    pub name: Name,
    /// Whether it is a stub.
    pub stub: bool,
    /// Its `main`, if it is a program.
    pub main: Option<FnId>,
}

/// A body's place. The elaborated body itself is computed when it is first asked for: `Linked::body`.
#[derive(Clone, Debug)]
pub struct BodyDef {
    /// Its file.
    pub file: FileId,
    /// The function in which it stands, if in one.
    pub func: Option<FnId>,
    /// The body of the function, constant or static in which it stands; itself, if it is one. Bodies of one root are neighbours, the root first.
    pub root: BodyId,
}

/// In what a function stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// In a module.
    Module,
    /// In an impl, inherent or of a trait.
    Impl(ImplId),
    /// In a trait.
    Trait(TraitId),
}

/// How a method takes `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelfKind {
    /// By value (also `self: Box<Self>`, `self: Arc<Self>`, `self: Pin<…>`).
    Value,
    /// `&self`.
    Ref,
    /// `&mut self`.
    RefMut,
}

/// A function.
#[derive(Clone, Debug)]
pub struct FnDef {
    /// Its name.
    pub name: Name,
    /// For people: `crate::module::Type::name`.
    pub path: String,
    /// Its crate.
    pub krate: KrateId,
    /// Its name's place.
    pub name_span: FileSpan,
    /// Where it stands.
    pub container: Container,
    /// Whether other crates can call it.
    pub public: bool,
    /// `#[test]`, or below `#[cfg(test)]`.
    pub test: bool,
    /// Type parameters: the container's (for a trait: `Self` first), then its own, then one `impl Trait#n` for each such parameter.
    pub generics: Vec<Name>,
    /// Bounds on them.
    pub bounds: Vec<(Ty, Vec<TraitRef>)>,
    /// How it takes `self`, if it does.
    pub self_kind: Option<SelfKind>,
    /// Parameter names, `self` first where there is one.
    pub param_names: Vec<Option<Name>>,
    /// Parameter types, `self`'s first where there is one.
    pub params: Vec<Ty>,
    /// The declared result (of an async function: its output).
    pub ret: Ty,
    /// Whether a call makes a future.
    pub is_async: bool,
    /// Its body. `None`: a trait's required function, or one whose body was not needed.
    pub body: Option<BodyId>,
    /// A stub's function whose body is `primitive!()`, or a foreign one.
    pub primitive: bool,
    /// What its attributes promise.
    pub contract: Contract,
    /// Of an async `main`: how many threads run tasks beside the one that runs it, where its attribute says so.
    pub threads: Option<u64>,
    /// All of it, attributes included.
    pub span: Span,
}

/// A type.
#[derive(Clone, Debug)]
pub struct AdtDef {
    /// Its name.
    pub name: Name,
    /// For people, and unique: `std::option::Option`.
    pub path: String,
    /// Its crate.
    pub krate: KrateId,
    /// Its name's place.
    pub name_span: FileSpan,
    /// Which kind.
    pub kind: AdtKind,
    /// Whether other crates can name it.
    pub public: bool,
    /// Type parameters.
    pub generics: Vec<Name>,
    /// Variants; a struct has one.
    pub variants: Vec<VariantDef>,
    /// Its own `Drop::drop`.
    pub drop_fn: Option<FnId>,
    /// What its attributes say.
    pub role: Option<TypeRole>,
    /// The attribute that says it.
    pub marked: Option<FileSpan>,
}

/// A variant.
#[derive(Clone, Debug)]
pub struct VariantDef {
    /// Its name.
    pub name: Name,
    /// How it is written.
    pub shape: Shape,
    /// Fields in order, with types over the ADT's parameters.
    pub fields: IndexMap<Name, Ty>,
    /// Those of them that code outside the module can name, of a struct.
    pub open: Vec<Name>,
}

/// A trait.
#[derive(Clone, Debug)]
pub struct TraitDef {
    /// Its name.
    pub name: Name,
    /// For people, and unique.
    pub path: String,
    /// Type parameters, `Self` left out.
    pub generics: Vec<Name>,
    /// Its supertraits, over `Self`.
    pub supertraits: Vec<TraitRef>,
    /// Its functions.
    pub fns: IndexMap<Name, FnId>,
    /// Its associated types, with their bounds.
    pub types: IndexMap<Name, Vec<TraitRef>>,
}

/// An impl block.
#[derive(Clone, Debug)]
pub struct ImplDef {
    /// Its crate.
    pub krate: KrateId,
    /// The trait.
    pub trait_: Option<TraitRef>,
    /// Type parameters.
    pub generics: Vec<Name>,
    /// Bounds on them.
    pub bounds: Vec<(Ty, Vec<TraitRef>)>,
    /// The type.
    pub self_ty: Ty,
    /// Its functions.
    pub fns: IndexMap<Name, FnId>,
    /// Its associated types.
    pub types: IndexMap<Name, Ty>,
}

/// A static.
#[derive(Clone, Debug)]
pub struct StaticDef {
    /// For people.
    pub path: String,
    /// Its name's place.
    pub name_span: FileSpan,
    /// Its type.
    pub ty: Ty,
    /// Its initialiser.
    pub body: Option<BodyId>,
}

/// What the attributes of a type say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeRole {
    /// `#[must_abort(…)]`.
    End {
        /// The methods that end the obligation; empty: those marked `#[aborts(self)]`, else `abort`.
        aborts: Vec<Name>,
        /// What the last drop does.
        on_drop: OnDrop,
        /// Which end.
        role: EndRole,
        /// Whether it stands in a stub crate (there, no obligation comes with it).
        stub: bool,
    },
    /// `#[worker(…)]`.
    Worker {
        /// Which kind.
        kind: WorkerKind,
        /// What the drop of the handle does.
        on_drop: OnDrop,
    },
}

/// What a drop does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OnDrop {
    /// Nothing.
    Silent,
    /// The last one signals EOF.
    Eof,
    /// It aborts the peer (a worker: aborts it).
    Abort,
    /// A worker goes on by itself.
    Detach,
    /// It waits for the worker.
    Join,
    /// It kills the process.
    Kill,
}

/// Which end of an object a handle is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EndRole {
    /// Sending.
    Sender,
    /// Receiving.
    Receiver,
    /// Keeps nothing alive.
    Weak,
    /// Sends and receives.
    Both,
    /// A flag, token, notify, condition variable, semaphore.
    Signal,
    /// A mutex or the like.
    Lock,
    /// What tasks run on.
    Executor,
}

/// What kind of worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WorkerKind {
    /// A thread.
    Thread,
    /// An async task.
    Task,
    /// A task on the blocking pool.
    Blocking,
    /// A thread that its scope joins.
    Scoped,
    /// A child process.
    Process,
}

/// What a function's attributes promise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contract {
    /// The clauses in order.
    pub clauses: Vec<Clause>,
}

/// A thing that a clause speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The parameter's position (`self` is 0 where there is one).
    pub param: usize,
    /// Fields from there.
    pub fields: Vec<Name>,
}

/// On which exits a promise holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum On {
    /// On each.
    All,
    /// On success only.
    Ok,
}

/// How much a new channel holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Capacity {
    /// Any number.
    Unbounded,
    /// So many.
    Fixed(u64),
    /// As this parameter says.
    Param(usize),
}

/// One attribute of a contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clause {
    /// `#[aborts(x)]`.
    Aborts(Subject, On),
    /// `#[closes(x)]`.
    Closes(Subject),
    /// `#[sends(x)]`, `#[sends(x, lossy)]`.
    Sends {
        /// The channel's end.
        on: Subject,
        /// Whether it may fail when full.
        lossy: bool,
    },
    /// `#[parks(x)]`; with no object a sleep.
    Parks {
        /// On what.
        on: Option<Subject>,
        /// Whether time ends it.
        deadline: bool,
        /// Whether only EOF ends it.
        until_eof: bool,
    },
    /// `#[pairs(tx = 0, rx = 1, capacity = n)]`: the components of the result; both `None`: the result itself.
    Pairs {
        /// The sending component.
        tx: Option<usize>,
        /// The receiving component.
        rx: Option<usize>,
        /// How much it holds.
        capacity: Capacity,
    },
    /// `#[same(x)]`.
    Same(Subject),
    /// `#[polls(x)]`.
    Polls(Subject),
    /// `#[sets(x)]`.
    Sets(Subject),
    /// `#[puts(x)]`: the parameter goes into `self`.
    Puts(Subject),
    /// `#[gets(self)]`.
    Gets(Subject),
    /// `#[clears(self)]`.
    Clears(Subject),
    /// `#[spawns(thread, runs = f)]`.
    Spawns {
        /// Which kind of worker.
        kind: WorkerKind,
        /// What it runs.
        runs: Option<Subject>,
    },
    /// `#[joins(x)]`.
    Joins {
        /// The worker's handle.
        on: Subject,
        /// Whether time ends it.
        deadline: bool,
    },
    /// `#[joins(children)]`: any child process may be the one that is waited for.
    Reaps,
    /// `#[kills(x)]`.
    Kills(Subject),
    /// `#[detaches(x)]`.
    Detaches(Subject),
    /// `#[owns(x)]`.
    Owns(Subject),
    /// `#[borrows(x)]`.
    Borrows(Subject),
}
