//! The module tree with every name resolved to what it stands for, and the scopes in which paths are read.
//!
//! Vocabulary: a *module* is a `mod`, a crate's root, or the block of a function body that holds items. A *scope* is a module plus what
//! the item around brings: type parameters, `Self`. There are three name spaces: types, values, macros (attributes).

use indexmap::IndexMap;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::{FileId, IndexVec, Name};
use crate::ir::{AdtId, BodyId, Container, Edition, FnId, GenericParam, ImplId, KrateId, Shape, StaticId, TraitId, Ty, TypeRef};

crate::base::index_type! {
    /// A module of the program.
    pub struct ModuleId = "mod";
}
crate::base::index_type! {
    /// A type alias.
    pub struct AliasId = "alias";
}
crate::base::index_type! {
    /// A constant, associated ones included.
    pub struct ConstId = "const";
}

/// What a name in the type name space stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TypeDef {
    /// A module or crate.
    Module(ModuleId),
    /// A struct, enum or union.
    Adt(AdtId),
    /// A variant of an enum.
    Variant(AdtId, u32),
    /// A trait.
    Trait(TraitId),
    /// A type alias.
    Alias(AliasId),
    /// `u8`, `str` …
    Prim(Name),
}

/// What a name in the value name space stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ValueDef {
    /// A function.
    Fn(FnId),
    /// The constructor of a tuple struct or variant, or the value of a unit one.
    Ctor(AdtId, u32),
    /// A static.
    Static(StaticId),
    /// A constant.
    Const(ConstId),
}

/// What a name in the macro name space stands for: an attribute of the crate `must_abort`, by its name there.
pub type MacroDef = Name;

/// How a name came into a module: a lower one wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Via {
    /// It is defined there.
    Local,
    /// `use path::name`.
    Import,
    /// `use path::*`.
    Glob,
}

/// What a name stands for in each name space.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerNs {
    /// As a type or module, and whether it can be named from other modules.
    pub types: Option<Entry<TypeDef>>,
    /// As a value.
    pub values: Option<Entry<ValueDef>>,
    /// As a macro.
    pub macros: Option<Entry<MacroDef>>,
}

/// One meaning of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<T> {
    /// What it stands for.
    pub def: T,
    /// How it came here.
    pub via: Via,
    /// Whether a glob elsewhere takes it along.
    pub vis: Vis,
}

/// From where a name can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vis {
    /// Everywhere.
    Public,
    /// In its crate.
    Krate,
    /// In this module and those inside it.
    Private,
}

/// A module.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts, not a state")]
pub struct Module {
    /// Its name; empty for blocks.
    pub name: Name,
    /// Its crate.
    pub krate: KrateId,
    /// Its file.
    pub file: FileId,
    /// The module around it.
    pub parent: Option<ModuleId>,
    /// Whether it is the block of a function body: `self` and `super` look past it.
    pub block: bool,
    /// Whether it is `pub` all the way up.
    pub public: bool,
    /// Whether it is only there in test builds.
    pub test: bool,
    /// Whether it has macro calls that were not understood: names may be missing.
    pub opaque: bool,
    /// Its names.
    pub names: IndexMap<Name, PerNs>,
    /// Traits imported as `_`.
    pub traits: Vec<TraitId>,
    /// Names imported from crates that are not known.
    pub(super) foreign: FxHashSet<Name>,
    /// Counts changes while imports are resolved.
    pub(super) version: usize,
}

/// The name side of a crate.
#[derive(Clone, Debug)]
pub struct KrateNames {
    /// Its root module.
    pub root: ModuleId,
    /// Its edition.
    pub edition: Edition,
    /// Whether it is a stub.
    pub stub: bool,
    /// The crates that it can name.
    pub externs: FxHashMap<Name, ModuleId>,
}

/// The name side of a type.
#[derive(Clone, Debug)]
pub struct AdtNames {
    /// Whether its variants can be named through it.
    pub is_enum: bool,
    /// Its parameters.
    pub params: Vec<GenericParam>,
    /// Where it stands.
    pub module: ModuleId,
    /// Its variants: position and shape.
    pub variants: IndexMap<Name, (u32, Shape)>,
}

/// The name side of a trait.
#[derive(Clone, Debug)]
pub struct TraitNames {
    /// Where it stands.
    pub module: ModuleId,
    /// Whether it is a stub's own: it says in a body's terms what a public trait of the crate does.
    pub sealed: bool,
    /// Its parameters.
    pub params: Vec<GenericParam>,
    /// The traits that it asks for, directly.
    pub supers: Vec<TraitId>,
    /// Its associated types, with the traits that they are bound by.
    pub types: IndexMap<Name, Vec<TraitId>>,
    /// Its constants.
    pub consts: IndexMap<Name, ConstId>,
}

impl TraitNames {
    /// A trait of which nothing but the parameters is known yet.
    pub(super) fn new(module: ModuleId, params: Vec<GenericParam>) -> Self {
        Self { module, sealed: false, params, supers: Vec::new(), types: IndexMap::default(), consts: IndexMap::default() }
    }
}

/// Where a path or type is read.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The innermost module.
    pub module: ModuleId,
    /// The type parameters that can be named.
    pub generics: Vec<Name>,
    /// The traits that parameters (and `Self`, in a trait) are bound by.
    pub param_traits: IndexMap<Name, Vec<TraitId>>,
    /// `Self`.
    pub self_ty: Option<Ty>,
    /// The impl around.
    pub self_impl: Option<ImplId>,
}

impl Scope {
    /// A module and nothing else.
    pub fn of_module(module: ModuleId) -> Self {
        Self { module, generics: Vec::new(), param_traits: IndexMap::default(), self_ty: None, self_impl: None }
    }
}

/// A type alias with its place.
#[derive(Clone, Debug)]
pub struct AliasSource {
    /// Its parameters.
    pub params: Vec<GenericParam>,
    /// What it stands for.
    pub ty: TypeRef,
    /// Where that is read.
    pub scope: Scope,
}

/// A constant.
#[derive(Clone, Debug)]
pub struct ConstDef {
    /// For people.
    pub path: String,
    /// In what it stands.
    pub container: Container,
    /// Its type; of a trait's constant over the trait's parameters.
    pub ty: Ty,
    /// Its initialiser.
    pub body: Option<BodyId>,
}

/// All names of the program.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Modules.
    pub modules: IndexVec<ModuleId, Module>,
    /// Crates.
    pub krates: IndexVec<KrateId, KrateNames>,
    /// Types.
    pub adts: IndexVec<AdtId, AdtNames>,
    /// Traits.
    pub traits: IndexVec<TraitId, TraitNames>,
    /// Type aliases.
    pub aliases: IndexVec<AliasId, AliasSource>,
    /// The associated types of impls, as written.
    pub impl_types: IndexVec<ImplId, IndexMap<Name, TypeRef>>,
    /// The trait of each impl, where it is known.
    pub impl_traits: IndexVec<ImplId, Option<TraitId>>,
    /// The root of `std`.
    pub std: Option<ModuleId>,
    /// `extern crate`, to be resolved: where, what, as what.
    pub(super) extern_krates: Vec<(ModuleId, Name, Option<Name>, Vis)>,
    /// The std prelude of each edition.
    pub(super) preludes: [Option<ModuleId>; 4],
    /// What the language itself knows.
    pub lang: Lang,
}

/// The items that the language itself knows, where a stub of `std` has them.
#[derive(Clone, Copy, Debug, Default)]
#[expect(missing_docs, reason = "each is the item of that name")]
pub struct Lang {
    pub fn_once: Option<TraitId>,
    pub fn_mut: Option<TraitId>,
    pub fn_: Option<TraitId>,
    pub async_fn_once: Option<TraitId>,
    pub async_fn_mut: Option<TraitId>,
    pub async_fn: Option<TraitId>,
    pub future: Option<TraitId>,
    pub into_future: Option<TraitId>,
    pub iterator: Option<TraitId>,
    pub deref: Option<TraitId>,
    pub drop: Option<TraitId>,
    pub clone: Option<TraitId>,
    pub copy: Option<TraitId>,
    pub default: Option<TraitId>,
    pub sized: Option<TraitId>,
    pub send: Option<TraitId>,
    pub sync: Option<TraitId>,
    pub unpin: Option<TraitId>,
    pub boxed: Option<AdtId>,
    pub manually_drop: Option<AdtId>,
    pub phantom_data: Option<AdtId>,
}
