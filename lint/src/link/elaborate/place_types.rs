//! Types of elaborated places: every step is explicit.

use crate::base::IndexVec;
use crate::ir::{Base, Local, LocalDecl, Place, Projection, Ty, VariantRef, Why};
use crate::link::Cx;

/// The type of the place.
pub(super) fn place_ty(cx: &mut Cx<'_>, locals: &IndexVec<Local, LocalDecl>, place: &Place) -> Ty {
    prefix_ty(cx, locals, place, place.projections.len())
}

/// The type of the place after its first `len` steps.
pub(super) fn prefix_ty(cx: &mut Cx<'_>, locals: &IndexVec<Local, LocalDecl>, place: &Place, len: usize) -> Ty {
    let mut ty = match place.base {
        Base::Local(local) => locals.get(local).map_or(Ty::Unknown(Why::Cut), |decl| decl.ty.clone()),
        Base::Static(id) => cx.linked.program.statics[id].ty.clone(),
        Base::Path(_) => Ty::Unknown(Why::UnresolvedPath),
    };
    let mut variant = 0;
    for step in &place.projections[..len] {
        ty = step_ty(cx, &ty, &mut variant, step);
    }
    ty
}

/// The type one step further. `variant` is the one that the step before took the type as.
pub(super) fn step_ty(cx: &mut Cx<'_>, ty: &Ty, variant: &mut u32, step: &Projection) -> Ty {
    let unknown = Ty::Unknown(Why::UninferredType);
    let taken_as = std::mem::take(variant);
    match (step, ty) {
        (Projection::Deref, Ty::Ref(_, inner) | Ty::Ptr(inner)) => (**inner).clone(),
        (Projection::Deref, Ty::Adt(_, substs)) => substs.first().cloned().unwrap_or(unknown),
        (Projection::Field(name), _) => cx.field_ty(ty, taken_as, name).map_or(unknown, |ty| cx.normalize(&ty)),
        (Projection::Downcast(of), _) => {
            if let VariantRef::Resolved(_, at) = of {
                *variant = *at;
            }
            ty.clone()
        }
        (Projection::Index(_) | Projection::Element { .. }, Ty::Slice(element) | Ty::Array(element)) => (**element).clone(),
        (Projection::Subslice, Ty::Array(element)) => Ty::Slice(element.clone()),
        (Projection::Subslice, _) => ty.clone(),
        _ => unknown,
    }
}
