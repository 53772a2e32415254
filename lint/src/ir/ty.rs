//! Linked types, and why something is not known.

use serde::{Deserialize, Serialize};

use super::{AdtId, BodyId, FnId, TraitId};
use crate::base::Name;

/// Type arguments, in the order of the item's parameters.
pub type Substs = Vec<Ty>;

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ty {
    /// A struct, enum or union.
    Adt(AdtId, Substs),
    /// `bool`, `u8`, `str`, `f64`, `char` …
    Prim(Name),
    /// `&T`, `&mut T`.
    Ref(bool, Box<Ty>),
    /// A raw pointer.
    Ptr(Box<Ty>),
    /// A tuple; `()` is empty.
    Tuple(Vec<Ty>),
    /// `[T]`.
    Slice(Box<Ty>),
    /// `[T; n]`.
    Array(Box<Ty>),
    /// A function pointer.
    FnPtr(Vec<Ty>, Box<Ty>),
    /// A function as a value.
    FnDef(FnId, Substs),
    /// A closure, by its body.
    Closure(BodyId),
    /// The future of an async block, by its body.
    Coroutine(BodyId),
    /// The future of an async function with the output type `T` (also what `impl Future<Output = T>` and boxed ones come to).
    Future(Box<Ty>),
    /// A type parameter of the function or impl around.
    Param(Name),
    /// `impl Trait` in argument or result position.
    Opaque(Vec<TraitRef>),
    /// `dyn Trait`.
    Dyn(Vec<TraitRef>),
    /// `<T as Trait>::Name` that could not be normalised yet.
    Projection(Box<Ty>, TraitId, Name),
    /// `!`.
    Never,
    /// During inference: a variable.
    Infer(u32),
    /// Not known.
    Unknown(Why),
}

impl Ty {
    /// `()`.
    pub fn unit() -> Self {
        Self::Tuple(Vec::new())
    }

    /// Whether it is a reference to this primitive type: `&str`, `&mut bool`.
    pub fn refers_to(&self, prim: &str) -> bool {
        matches!(self, Self::Ref(_, inner) if matches!(&**inner, Self::Prim(name) if name == prim))
    }

    /// Whether nothing is known of it.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown(_) | Self::Infer(_))
    }
}

/// A trait with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TraitRef {
    /// Which.
    pub trait_: TraitId,
    /// Its type arguments, `Self` left out.
    pub substs: Substs,
    /// `Item = T`.
    pub bindings: Vec<(Name, Ty)>,
}

/// Why something is not known: the closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// Not computed yet.
    Pending,
    /// A name of a crate that is neither of the workspace nor has a stub.
    NoStub,
    /// A name that resolves to nothing here: from a generated file, by a macro.
    UnresolvedPath,
    /// A method that no type in view has.
    UnresolvedMethod,
    /// A type that nothing fixes.
    UninferredType,
    /// A macro that is not known.
    UnknownMacro,
    /// A call through a trait object or parameter whose type is not in view.
    DynamicCall,
    /// A function whose body is not in view.
    NoBody,
    /// Unsafe code, raw pointers, inline assembly.
    UnsafeCode,
    /// Handed to code that is not in view.
    Escaped,
    /// From outside: a parameter of an entry point.
    Input,
    /// Computed from data.
    Data,
    /// A bound was hit.
    Cut,
}
