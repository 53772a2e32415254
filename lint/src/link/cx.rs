//! The view of the linked program from one place of it: names and types are read in a [`Scope`], methods and traits are looked up under
//! the bounds that hold there, with inference variables of one [`Table`].
//!
//! Inference holds one [`Cx`] a function. Questions about finished types (the analysis) make one for the question.

use rustc_hash::FxHashMap;

use super::Linked;
use super::names::{ConstId, Scope};
use super::table::Table;
use crate::base::Name;
use crate::ir::{AdtId, BodyId, FnId, ImplId, Path, StaticId, Substs, TraitId, TraitRef, Ty, TypeRef, Why};

/// The context of type questions.
pub struct Cx<'a> {
    /// The program.
    pub linked: &'a Linked,
    /// Where names are read.
    pub scope: Scope,
    /// The bounds that hold here ([`crate::ir::FnDef::bounds`]).
    pub env: &'a [(Ty, Vec<TraitRef>)],
    /// Inference variables.
    pub table: Table,
    /// What is known of closures and async blocks: inference enters them before it asks what they implement.
    pub closures: FxHashMap<BodyId, ClosureSig>,
}

/// The signature of a closure, or the output of an async block.
#[derive(Clone, Debug)]
pub struct ClosureSig {
    /// Parameters.
    pub params: Vec<Ty>,
    /// The result of a call; of an async block, the output; of an async closure, the future.
    pub ret: Ty,
}

/// What a path stands for as a value.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueRes {
    /// A function with the arguments of its generics ([`crate::ir::FnDef::generics`]; for a trait's: `Self` first), those not written as
    /// fresh variables. `Type::method` of a trait is the trait's function: [`Cx::instance`] finds the impl's when the types are known.
    Fn(FnId, Substs),
    /// A constructor or unit value, with the type's arguments.
    Ctor(AdtId, u32, Substs),
    /// A static.
    Static(StaticId),
    /// A constant.
    Const(ConstId),
    /// Not resolved.
    Unknown(Why),
}

/// One step of an automatic dereference.
#[derive(Clone, Debug, PartialEq)]
pub enum Adjust {
    /// `*` of a reference, raw pointer or `Box`.
    Deref,
    /// A call of `Deref::deref` (or `deref_mut`, where the place is used mutably).
    Overloaded {
        /// The target type.
        target: Ty,
    },
    /// An array taken as a slice.
    Unsize,
}

/// A type reached by automatic dereferences.
#[derive(Clone, Debug)]
pub struct Step {
    /// How it was reached from the type before.
    pub adjust: Option<Adjust>,
    /// The type.
    pub ty: Ty,
}

/// A method that was found.
#[derive(Clone, Debug)]
pub struct MethodPick {
    /// The function: an inherent one, or a trait's ([`Cx::instance`] finds the impl's).
    pub func: FnId,
    /// The arguments of its generics, those not known as fresh variables.
    pub substs: Substs,
    /// What is done to the receiver first.
    pub adjusts: Vec<Adjust>,
    /// Whether it is then borrowed, and how.
    pub autoref: Option<bool>,
    /// The receiver's type after all of that.
    pub receiver: Ty,
}

/// A field that was found.
#[derive(Clone, Debug)]
pub struct FieldPick {
    /// What is done to the base first.
    pub adjusts: Vec<Adjust>,
    /// The field's type.
    pub ty: Ty,
}

/// A signature with its generics replaced.
#[derive(Clone, Debug)]
pub struct Sig {
    /// Parameters, `self` first.
    pub params: Vec<Ty>,
    /// What a call gives: for an async function the future.
    pub ret: Ty,
}

/// How it is known that a type implements a trait.
#[derive(Clone, Debug, PartialEq)]
pub enum Selection {
    /// By this impl, with the arguments of its generics.
    Impl(ImplId, Substs),
    /// By a bound on a parameter, `dyn`, or `impl Trait`.
    Bound(TraitRef),
    /// By the language: closures, futures, tuples, references.
    Builtin,
}

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// The type is not known well enough.
    Maybe,
}

impl Cx<'_> {
    /// The type as written here; what is left out (`_`, omitted arguments) is fresh variables. Normalised.
    pub fn lower_ty(&mut self, ty: &TypeRef) -> Ty {
        let _ = ty;
        Ty::Unknown(Why::Pending)
    }

    /// What a path in value position stands for (locals are the caller's business).
    pub fn resolve_value(&mut self, path: &Path) -> ValueRes {
        let _ = path;
        ValueRes::Unknown(Why::UnresolvedPath)
    }

    /// What the path of a struct literal or pattern stands for: the variant (a struct has one, 0) and the type's arguments.
    pub fn resolve_variant(&mut self, path: &Path) -> Option<(AdtId, u32, Substs)> {
        let _ = path;
        None
    }

    /// The type of a value that a path stands for.
    pub fn value_ty(&mut self, value: &ValueRes) -> Ty {
        let _ = value;
        Ty::Unknown(Why::Pending)
    }

    /// The signature of a function with these arguments, normalised.
    pub fn fn_sig(&mut self, func: FnId, substs: &[Ty]) -> Sig {
        let _ = (func, substs);
        Sig { params: Vec::new(), ret: Ty::Unknown(Why::Pending) }
    }

    /// The function's bounds with these arguments, normalised: what closure parameters are inferred from.
    pub fn fn_bounds(&mut self, func: FnId, substs: &[Ty]) -> Vec<(Ty, Vec<TraitRef>)> {
        let _ = (func, substs);
        Vec::new()
    }

    /// The types that `*` reaches, the type itself first.
    pub fn autoderef(&mut self, ty: &Ty) -> Vec<Step> {
        vec![Step { adjust: None, ty: self.table.shallow(ty) }]
    }

    /// The method `name` on a receiver of this type, as Rust looks it up; `args` are the turbofish's.
    pub fn lookup_method(&mut self, receiver: &Ty, name: &Name, args: &[Ty]) -> Option<MethodPick> {
        let _ = (receiver, name, args);
        None
    }

    /// The field `name`.
    pub fn lookup_field(&mut self, base: &Ty, name: &Name) -> Option<FieldPick> {
        let _ = (base, name);
        None
    }

    /// The type of a field of this very type (no dereference), of this variant.
    pub fn field_ty(&mut self, ty: &Ty, variant: u32, name: &Name) -> Option<Ty> {
        let _ = (ty, variant, name);
        None
    }

    /// The type with associated types replaced where they are known.
    pub fn normalize(&mut self, ty: &Ty) -> Ty {
        self.table.resolve(ty)
    }

    /// `<ty as Trait<args>>::name`, where it is known.
    pub fn project(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty], name: &Name) -> Option<Ty> {
        let _ = (ty, trait_, args, name);
        None
    }

    /// How `ty` implements the trait; unifies the trait's arguments.
    pub fn select(&mut self, ty: &Ty, trait_: TraitId, args: &[Ty]) -> Option<Selection> {
        let _ = (ty, trait_, args);
        None
    }

    /// Whether `ty` implements the trait.
    pub fn implements(&mut self, ty: &Ty, trait_: TraitId) -> Holds {
        let _ = (ty, trait_);
        Holds::Maybe
    }

    /// What a call of a value of this type takes and gives: closures, functions, `impl Fn(A) -> B`, parameters so bound, `Box<dyn Fn>`.
    pub fn call_sig(&mut self, ty: &Ty) -> Option<Sig> {
        let _ = ty;
        None
    }

    /// What `.await` of a value of this type gives.
    pub fn await_output(&mut self, ty: &Ty) -> Option<Ty> {
        let _ = ty;
        None
    }

    /// The function that a call of a trait's function runs, when `Self` is known: of an impl, or the trait's own with its body.
    pub fn instance(&mut self, trait_fn: FnId, substs: &[Ty]) -> Option<(FnId, Substs)> {
        let _ = (trait_fn, substs);
        None
    }

    /// Whether values of this type are copied. `None`: not known.
    pub fn is_copy(&mut self, ty: &Ty) -> Option<bool> {
        let _ = ty;
        None
    }

    /// Whether the drop of a value of this type may do something (true where it is not known).
    pub fn needs_drop(&mut self, ty: &Ty) -> bool {
        let _ = ty;
        true
    }
}
