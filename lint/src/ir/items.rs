//! Items of one file as they stand in the source: paths unresolved, `cfg` kept.
//!
//! [`FileFacts`] is what a file's parse leaves: plain owned data that depends on the file's bytes and edition alone.

use serde::{Deserialize, Serialize};

use super::Body;
use crate::base::{IndexVec, Name, Span};

crate::base::index_type! {
    /// A body of one file: a function's, a closure's, an async block's, a constant's.
    pub struct LocalBodyId = "body";
}

/// The edition of a crate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Edition {
    /// 2015.
    E2015,
    /// 2018.
    E2018,
    /// 2021.
    E2021,
    /// 2024.
    #[default]
    E2024,
}

/// Everything that is known from one file alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileFacts {
    /// The items of the file's own module, in order.
    pub items: Vec<Item>,
    /// All bodies, closures and items nested in functions included.
    pub bodies: IndexVec<LocalBodyId, Body>,
    /// When the file is a part of its crate: its `#![cfg(…)]`.
    pub cfg: Cfg,
    /// Comments that accept a finding.
    pub suppressions: Vec<Suppression>,
    /// What could not be parsed.
    pub errors: Vec<SyntaxError>,
}

/// A place that syn did not take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyntaxError {
    /// Where.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

/// `// must_abort: allow(rule): reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// The comment.
    pub span: Span,
    /// The bytes that it covers: the statement (or line) below or before it.
    pub covers: Span,
    /// The rules that it names.
    pub rules: Vec<Name>,
    /// The reason, if one is given.
    pub reason: Option<String>,
}

/// The condition under which an item exists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cfg {
    /// Always.
    #[default]
    True,
    /// `name` or `name = "value"`.
    Is(Name, Option<String>),
    /// `all(…)`.
    All(Vec<Cfg>),
    /// `any(…)`.
    Any(Vec<Cfg>),
    /// `not(…)`.
    Not(Box<Cfg>),
}

/// An attribute that may matter: its path, and its arguments as parsed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attr {
    /// `must_abort`, `must_abort::parks`, `tokio::main` …
    pub path: Path,
    /// The arguments in the parentheses.
    pub args: Vec<AttrArg>,
    /// The whole attribute.
    pub span: Span,
    /// From `cfg_attr(cond, …)`.
    pub cfg: Cfg,
}

/// An argument of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttrArg {
    /// `abort`, `self`, `deadline`, `self.inner`, `0`: dotted words and numbers.
    Word(String),
    /// `on_drop = "eof"`, `tx = 0`, `capacity = bound`: a string's value or the words.
    Pair(Name, String),
    /// `rule(args)`.
    List(Name, Vec<AttrArg>),
}

/// Who may name an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visibility {
    /// `pub`.
    Public,
    /// `pub(crate)`, `pub(super)`, `pub(in path)`.
    Restricted,
    /// Nothing written.
    Private,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its name; empty for `impl`, `use` and the like.
    pub name: Name,
    /// Its name's place, else its own.
    pub name_span: Span,
    /// All of it.
    pub span: Span,
    /// Who may name it.
    pub vis: Visibility,
    /// When it exists.
    pub cfg: Cfg,
    /// Attributes, doc comments left out.
    pub attrs: Vec<Attr>,
    /// What it is.
    pub kind: ItemKind,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ItemKind {
    /// `mod name;` (no content) or `mod name { … }`.
    Mod {
        /// The items, where they stand here.
        content: Option<Vec<Item>>,
        /// `#[path = "…"]`, each with the condition under which it is there: the first that is counts.
        paths: Vec<(Cfg, String)>,
    },
    /// `use`, flattened to one entry a leaf.
    Use(Vec<Import>),
    /// `extern crate name as alias`.
    ExternCrate(Name, Option<Name>),
    /// A struct, enum or union.
    Adt(AdtItem),
    /// A function.
    Fn(FnItem),
    /// An impl block.
    Impl(ImplItem),
    /// A trait, or a trait alias with no items.
    Trait(TraitItem),
    /// `type A<T> = B;` (also associated: then `ty` may be absent).
    TypeAlias(AliasItem),
    /// `const` and `static`.
    Value(ValueItem),
    /// `macro_rules!` or an item macro that was not understood.
    Macro,
}

/// One leaf of a `use` tree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// The path from the tree's root; for a glob, of the module.
    pub path: Path,
    /// `as name`; `Some("_")` for `as _`.
    pub alias: Option<Name>,
    /// `::*`.
    pub glob: bool,
}

/// Generic parameters with their bounds, where-clauses folded in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generics {
    /// Type parameters in order (lifetimes and constants left out).
    pub params: Vec<GenericParam>,
    /// Bounds, from the parameters and from `where`.
    pub bounds: Vec<(TypeRef, Vec<Bound>)>,
}

/// A type parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GenericParam {
    /// Its name.
    pub name: Name,
    /// `T = Default`.
    pub default: Option<TypeRef>,
}

/// A trait bound: `Iterator<Item = T>`, `FnOnce(A) -> B`; lifetimes and `?Sized` are left out.
pub type Bound = Path;

/// Which kind of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AdtKind {
    /// `struct`.
    Struct,
    /// `enum`.
    Enum,
    /// `union`.
    Union,
}

/// A struct, enum or union.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdtItem {
    /// Which.
    pub kind: AdtKind,
    /// Its parameters.
    pub generics: Generics,
    /// Its variants; a struct or union has one, of its own name.
    pub variants: Vec<VariantItem>,
    /// The paths of `#[derive(…)]`.
    pub derives: Vec<Path>,
}

/// How a variant is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shape {
    /// `V { a: A }`.
    Named,
    /// `V(A)`.
    Tuple,
    /// `V`.
    Unit,
}

/// A variant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariantItem {
    /// Its name.
    pub name: Name,
    /// How it is written.
    pub shape: Shape,
    /// Its fields in order; those of a tuple are named `0`, `1`, ….
    pub fields: Vec<FieldItem>,
    /// `#[default]`.
    pub is_default: bool,
    /// When it exists.
    pub cfg: Cfg,
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldItem {
    /// Its name.
    pub name: Name,
    /// Its type.
    pub ty: TypeRef,
    /// Its place.
    pub span: Span,
    /// Whether it can be named from outside its module.
    pub vis: Visibility,
    /// When it exists.
    pub cfg: Cfg,
}

/// How a method takes `self`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SelfParam {
    /// `self`.
    Value,
    /// `&self`.
    Ref,
    /// `&mut self`.
    RefMut,
    /// `self: Type`.
    Typed(TypeRef),
}

/// A function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FnItem {
    /// Its parameters.
    pub generics: Generics,
    /// Its receiver.
    pub self_param: Option<SelfParam>,
    /// The other parameters: a name where the pattern is one, and the type.
    pub params: Vec<(Option<Name>, TypeRef)>,
    /// The declared result; `()` where none is written.
    pub ret: TypeRef,
    /// `async fn`.
    pub is_async: bool,
    /// `unsafe fn`.
    pub is_unsafe: bool,
    /// Its body is `primitive!()` (stubs), or it stands in an `extern` block: then it has no body.
    pub primitive: bool,
    /// Its body; absent where it has none or where it was blanked.
    pub body: Option<LocalBodyId>,
    /// The bytes of its body, if it has one, blanked or not.
    pub body_span: Option<Span>,
}

/// An impl block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImplItem {
    /// Its parameters.
    pub generics: Generics,
    /// The trait; for a negative impl there is no impl at all.
    pub trait_: Option<Path>,
    /// The type.
    pub self_ty: TypeRef,
    /// Functions, types and constants.
    pub items: Vec<Item>,
}

/// A trait.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TraitItem {
    /// Its parameters.
    pub generics: Generics,
    /// What it asks of `Self`.
    pub supertraits: Vec<Bound>,
    /// Functions, types (their bounds as `Impl`), constants.
    pub items: Vec<Item>,
}

/// A type alias or associated type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AliasItem {
    /// Its parameters.
    pub generics: Generics,
    /// What it stands for; absent in a trait without default.
    pub ty: Option<TypeRef>,
    /// Bounds of an associated type.
    pub bounds: Vec<Bound>,
}

/// A constant or static.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValueItem {
    /// `static` and not `const`.
    pub is_static: bool,
    /// Its type.
    pub ty: TypeRef,
    /// Its initialiser.
    pub body: Option<LocalBodyId>,
}

/// A path as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Path {
    /// `::a::b`.
    pub global: bool,
    /// `<T as Trait>::…`: the type, and how many of the segments are the trait's.
    pub qself: Option<Box<(TypeRef, usize)>>,
    /// The segments; `self`, `super`, `crate`, `Self` are names like others.
    pub segments: Vec<Segment>,
    /// Its bytes.
    pub span: Span,
}

impl Path {
    /// A path of plain segments, for names that the lowering makes up.
    pub fn from_names(names: &[&str], span: Span) -> Self {
        let segments = names.iter().map(|name| Segment::plain(Name::new(name))).collect();
        Self { global: false, qself: None, segments, span }
    }

    /// The name, if the path is one plain segment.
    pub fn as_ident(&self) -> Option<&Name> {
        match (&self.qself, self.global, self.segments.as_slice()) {
            (None, false, [only]) if only.args.is_empty() => Some(&only.name),
            _ => None,
        }
    }

    /// The last segment.
    pub fn last(&self) -> Option<&Segment> {
        self.segments.last()
    }
}

/// A segment of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Segment {
    /// Its name.
    pub name: Name,
    /// Type arguments (lifetimes and constants left out); of `Fn(A, B) -> C` one tuple `(A, B)`.
    pub args: Vec<TypeRef>,
    /// `Item = T`; of `Fn(A) -> C` it is `Output = C`.
    pub bindings: Vec<(Name, TypeRef)>,
    /// Whether it was written `Fn(A) -> C`.
    pub parenthesized: bool,
}

impl Segment {
    /// A segment with no arguments.
    pub fn plain(name: Name) -> Self {
        Self { name, args: Vec::new(), bindings: Vec::new(), parenthesized: false }
    }
}

/// A type as written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TypeRef {
    /// A path, `Self` and parameters included.
    Path(Path),
    /// `&T`, `&mut T`.
    Ref {
        /// `mut`.
        mutable: bool,
        /// `T`.
        ty: Box<TypeRef>,
    },
    /// `*const T`, `*mut T`.
    Ptr(Box<TypeRef>),
    /// `(A, B)`; `()` is empty.
    Tuple(Vec<TypeRef>),
    /// `[T]`.
    Slice(Box<TypeRef>),
    /// `[T; n]`.
    Array(Box<TypeRef>),
    /// `fn(A) -> B`.
    FnPtr(Vec<TypeRef>, Box<TypeRef>),
    /// `impl A + B`.
    Impl(Vec<Bound>),
    /// `dyn A + B`.
    Dyn(Vec<Bound>),
    /// `!`.
    Never,
    /// `_`, or nothing written.
    Infer,
    /// A macro, or what was not understood.
    Unknown,
}

impl TypeRef {
    /// `()`.
    pub fn unit() -> Self {
        Self::Tuple(Vec::new())
    }
}
