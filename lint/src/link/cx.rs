//! The view of the linked program from one place of it: names and types are read in a [`Scope`], methods and traits are looked up under
//! the bounds that hold there, with inference variables of one [`Table`].
//!
//! Inference holds one [`Cx`] a function. Questions about finished types (the analysis) make one for the question.

use rustc_hash::FxHashMap;

use super::Linked;
use super::names::{ConstId, Names, Scope};
use super::table::{Table, VarKind, map_bound, map_children, subst};
use super::types::{Holes, opaque};
use crate::base::Name;
use crate::ir::{AdtId, BodyId, FnId, ImplId, StaticId, Substs, TraitRef, Ty, TypeRef, Why};

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
    /// How deep questions about traits have led to others.
    pub(super) depth: u32,
    /// How many impls the current question has been held against.
    pub(super) work: u32,
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
        let ty = self.linked.names.lower_ty(&self.scope, ty, &mut InBody { table: &mut self.table, in_expression: false });
        self.normalize(&ty)
    }

    /// The type with its variables replaced by what is known, and by `Unknown` where nothing is.
    pub fn finish(&self, ty: &Ty) -> Ty {
        match self.table.shallow(ty) {
            Ty::Infer(_) => match self.table.kind(ty) {
                Some(VarKind::Int) => Ty::Prim(Name::new("i32")),
                Some(VarKind::Float) => Ty::Prim(Name::new("f64")),
                _ => Ty::Unknown(Why::UninferredType),
            },
            other => map_children(&other, &mut |child| self.finish(child)),
        }
    }

    /// The signature of a function with these arguments, normalised.
    pub fn fn_sig(&mut self, func: FnId, substs: &[Ty]) -> Sig {
        let def = &self.linked.program.fns[func];
        let params = def.params.iter().map(|ty| self.normalize(&subst(ty, &def.generics, substs))).collect();
        let ret = self.normalize(&subst(&def.ret, &def.generics, substs));
        Sig { params, ret: if def.is_async { Ty::Future(Box::new(ret)) } else { ret } }
    }

    /// The function's bounds with these arguments, normalised: what closure parameters are inferred from.
    pub fn fn_bounds(&mut self, func: FnId, substs: &[Ty]) -> Vec<(Ty, Vec<TraitRef>)> {
        let def = &self.linked.program.fns[func];
        let mut out = Vec::new();
        for (ty, bounds) in &def.bounds {
            let ty = self.normalize(&subst(ty, &def.generics, substs));
            let bounds = bounds.iter().map(|bound| map_bound(bound, &mut |ty| self.normalize(&subst(ty, &def.generics, substs)))).collect();
            out.push((ty, bounds));
        }
        out
    }

    /// The type of a field of this very type (no dereference), of this variant.
    pub fn field_ty(&mut self, ty: &Ty, variant: u32, name: &Name) -> Option<Ty> {
        match self.table.shallow(ty) {
            Ty::Adt(adt, substs) => {
                let def = &self.linked.program.adts[adt];
                let field = def.variants.get(variant as usize)?.fields.get(name)?;
                Some(self.normalize(&subst(field, &def.generics, &substs)))
            }
            Ty::Tuple(parts) => parts.get(name.parse::<usize>().ok()?).cloned(),
            _ => None,
        }
    }

    /// What a call of a value of this type takes and gives: closures, functions, `impl Fn(A) -> B`, parameters so bound, `Box<dyn Fn>`.
    pub fn call_sig(&mut self, ty: &Ty) -> Option<Sig> {
        self.autoderef(ty).into_iter().find_map(|step| self.own_call_sig(&step.ty))
    }

    /// What `.await` of a value of this type gives.
    pub fn await_output(&mut self, ty: &Ty) -> Option<Ty> {
        let ty = self.table.shallow(ty);
        let lang = self.linked.names.lang;
        if let Some(output) = self.future_output(&ty) {
            return Some(output);
        }
        let output = Name::new("Output");
        let direct = lang.future.and_then(|id| self.project(&ty, id, &[], &output));
        direct.or_else(|| lang.into_future.and_then(|id| self.project(&ty, id, &[], &output)))
    }
}

/// In a body: what is left out is inferred.
pub(super) struct InBody<'a> {
    pub table: &'a mut Table,
    pub in_expression: bool,
}

impl Holes for InBody<'_> {
    fn infer(&mut self) -> Ty {
        self.table.fresh()
    }

    fn impl_trait(&mut self, bounds: Vec<TraitRef>, names: &Names) -> Ty {
        opaque(bounds, names)
    }

    fn in_expression(&self) -> bool {
        self.in_expression
    }
}
