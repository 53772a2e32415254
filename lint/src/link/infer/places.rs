//! Types of places and operands.

use super::{Infer, Step, Stuck};
use crate::base::Name;
use crate::ir::{Base, Const, Operand, Place, Projection, Shape, Ty, VariantRef, Why};
use crate::link::ValueRes;
use crate::link::table::VarKind;

/// The type of a place, and whether a reference was passed on the way through a pattern.
struct Walked {
    ty: Ty,
    /// The reference that the pattern passed: shared if any was.
    by: Option<bool>,
}

impl Infer<'_> {
    /// The type of a place.
    pub(super) fn place_ty(&mut self, at: usize, place: &Place) -> Step<Ty> {
        Ok(self.walk_place(at, place, place.projections.len())?.ty)
    }

    fn base_ty(&mut self, at: usize, base: &Base) -> Ty {
        match base {
            Base::Local(local) => self.works[at].types.get(*local).cloned().unwrap_or(Ty::Unknown(Why::Cut)),
            Base::Static(id) => self.cx.linked.program.statics[*id].ty.clone(),
            Base::Path(_) => Ty::Unknown(Why::UnresolvedPath),
        }
    }

    /// Goes through the place; from projection `pattern` on, references that are passed are remembered.
    fn walk_place(&mut self, at: usize, place: &Place, pattern: usize) -> Step<Walked> {
        let mut ty = self.base_ty(at, &place.base);
        let mut by = None;
        let mut steps = place.projections.iter().enumerate().peekable();
        while let Some((nth, step)) = steps.next() {
            if nth >= pattern && matches!(step, Projection::Deref) {
                by = None;
            } else if nth >= pattern {
                loop {
                    match self.known(&ty)? {
                        Ty::Ref(mutable, inner) => {
                            by = Some(by.unwrap_or(true) && mutable);
                            ty = *inner;
                        }
                        known => {
                            ty = known;
                            break;
                        }
                    }
                }
            }
            ty = match step {
                Projection::Downcast(variant) => {
                    let of = self.downcast(&ty, variant)?;
                    if let (Some((_, Projection::Field(name))), VariantRef::Resolved(_, at)) = (steps.peek(), variant) {
                        let field = self.cx.field_ty(&of, *at, name);
                        steps.next();
                        field.unwrap_or(Ty::Unknown(Why::UnresolvedPath))
                    } else {
                        of
                    }
                }
                Projection::Deref => self.deref(&ty)?,
                Projection::Field(name) => self.field(&ty, name)?,
                Projection::Index(_) => self.index(&ty)?,
                Projection::Output => self.output(&ty)?.unwrap_or(Ty::Unknown(Why::UninferredType)),
                Projection::Element { offset, from_end } => self.element(&ty, *offset, *from_end)?,
                Projection::Subslice => self.part(&ty)?,
            };
            ty = self.plain(&ty);
        }
        Ok(Walked { ty, by })
    }

    /// The type behind all references.
    fn peeled(&mut self, ty: &Ty) -> Step<Ty> {
        let mut ty = self.known(ty)?;
        while let Ty::Ref(_, inner) = &ty {
            ty = self.known(inner)?;
        }
        Ok(ty)
    }

    /// The enum that is taken as this variant: references are skipped; a variable becomes it.
    fn downcast(&mut self, ty: &Ty, variant: &VariantRef) -> Step<Ty> {
        let of = self.peeled(ty)?;
        if let (Ty::Infer(_), VariantRef::Resolved(adt, _)) = (&of, variant) {
            let generics = self.cx.linked.program.adts[*adt].generics.len();
            let substs = (0..generics).map(|_| self.cx.table.fresh()).collect();
            let found = Ty::Adt(*adt, substs);
            self.equal(&of, &found);
            return Ok(found);
        }
        Ok(of)
    }

    fn deref(&mut self, ty: &Ty) -> Step<Ty> {
        let known = self.known(ty)?;
        match known {
            Ty::Ref(_, inner) | Ty::Ptr(inner) => Ok(*inner),
            Ty::Infer(_) => Ok(Ty::Unknown(Why::UninferredType)),
            other => Ok(self.cx.autoderef(&other).into_iter().nth(1).map_or(Ty::Unknown(Why::UnresolvedMethod), |step| step.ty)),
        }
    }

    /// The innermost type that automatic dereferences reach; stuck if it is a variable.
    pub(super) fn ends_known(&mut self, ty: &Ty) -> Step {
        let known = self.known(ty)?;
        match self.cx.autoderef(&known).last().map(|step| self.cx.table.shallow(&step.ty)) {
            Some(var @ Ty::Infer(_)) if !self.force => Err(Stuck(var)),
            _ => Ok(()),
        }
    }

    /// What a `?` gives of a value of this type.
    pub(super) fn output(&mut self, ty: &Ty) -> Step<Option<Ty>> {
        let Ty::Adt(adt, substs) = self.known(ty)? else { return Ok(None) };
        let adt = Some(adt);
        if adt == self.lang.option || adt == self.lang.result {
            return Ok(substs.first().cloned());
        }
        if adt == self.lang.control {
            return Ok(substs.get(1).cloned());
        }
        if adt == self.lang.poll {
            let Some(inner) = substs.first() else { return Ok(None) };
            let inner = inner.clone();
            // `Poll<Result<T, E>>` and `Poll<Option<Result<T, E>>>`: the error is taken out, the rest stays.
            if let Ty::Adt(of, parts) = self.known(&inner)?
                && let (Some(poll), Some(first)) = (adt, parts.first())
            {
                if Some(of) == self.lang.result {
                    return Ok(Some(Ty::Adt(poll, vec![first.clone()])));
                }
                let first = first.clone();
                if Some(of) == self.lang.option
                    && let Ty::Adt(result, parts) = self.known(&first)?
                    && Some(result) == self.lang.result
                    && let Some(first) = parts.first()
                {
                    return Ok(Some(Ty::Adt(poll, vec![Ty::Adt(of, vec![first.clone()])])));
                }
            }
        }
        Ok(None)
    }

    /// What `?` returns of a value of this type, into a result of that type.
    pub(super) fn residual(&mut self, ty: &Ty, ret: &Ty) -> Step {
        let Ty::Adt(adt, substs) = self.known(ty)? else { return Ok(()) };
        let mut fresh = || self.cx.table.fresh();
        if Some(adt) == self.lang.option {
            let none = Ty::Adt(adt, vec![fresh()]);
            self.equal(ret, &none);
        } else if Some(adt) == self.lang.result {
            let error = fresh();
            let made = Ty::Adt(adt, vec![fresh(), error.clone()]);
            self.equal(ret, &made);
            if let (Some(from), Ty::Infer(_)) = (substs.get(1), self.cx.table.shallow(&error)) {
                self.wait(vec![error.clone()], super::Item::Default(error, from.clone()));
            }
        }
        Ok(())
    }

    fn field(&mut self, ty: &Ty, name: &Name) -> Step<Ty> {
        let known = self.known(ty)?;
        if let Some(pick) = self.cx.lookup_field(&known, name) {
            return Ok(pick.ty);
        }
        self.ends_known(&known)?;
        Ok(Ty::Unknown(Why::UnresolvedPath))
    }

    fn index(&mut self, ty: &Ty) -> Step<Ty> {
        self.ends_known(ty)?;
        let steps = self.cx.autoderef(ty);
        for step in &steps {
            if let Ty::Slice(element) | Ty::Array(element) = self.cx.table.shallow(&step.ty) {
                return Ok(*element);
            }
        }
        if let Some(index) = self.lang.index {
            for step in &steps {
                let by = self.cx.table.fresh();
                if let Some(output) = self.cx.project(&step.ty, index, &[by], &Name::new("Output")) {
                    return Ok(output);
                }
            }
        }
        Ok(Ty::Unknown(Why::UnresolvedMethod))
    }

    /// A part of a slice or text, behind whatever dereferences lead to it.
    fn part(&mut self, ty: &Ty) -> Step<Ty> {
        self.ends_known(ty)?;
        let steps = self.cx.autoderef(ty);
        let found = steps.iter().find_map(|step| match self.cx.table.shallow(&step.ty) {
            Ty::Array(element) => Some(Ty::Slice(element)),
            whole @ Ty::Slice(_) => Some(whole),
            Ty::Prim(name) if name == "str" => Some(Ty::Prim(name)),
            _ => None,
        });
        match found {
            Some(found) => Ok(found),
            None => self.index(ty),
        }
    }

    fn element(&mut self, ty: &Ty, offset: u32, from_end: bool) -> Step<Ty> {
        Ok(match self.peeled(ty)? {
            Ty::Tuple(parts) => {
                let at = if from_end { parts.len().checked_sub(offset as usize + 1) } else { Some(offset as usize) };
                at.and_then(|at| parts.into_iter().nth(at)).unwrap_or(Ty::Unknown(Why::UninferredType))
            }
            Ty::Slice(element) | Ty::Array(element) => *element,
            Ty::Adt(..) => self.index(ty)?,
            _ => Ty::Unknown(Why::UninferredType),
        })
    }

    /// The type of an operand's value.
    pub(super) fn operand_ty(&mut self, at: usize, operand: &mut Operand) -> Step<Ty> {
        match operand {
            Operand::Use(place) | Operand::Copy(place) | Operand::Move(place) => self.place_ty(at, place),
            Operand::Bind(place, pattern) => {
                let walked = self.walk_place(at, place, *pattern as usize)?;
                Ok(match walked.by {
                    Some(mutable) => Ty::Ref(mutable, Box::new(walked.ty)),
                    None => walked.ty,
                })
            }
            Operand::Const(constant) => Ok(self.const_ty(constant)),
        }
    }

    /// The type of a constant; a path in it is resolved in place.
    pub(super) fn const_ty(&mut self, constant: &mut Const) -> Ty {
        match constant {
            Const::Bool(_) => Ty::Prim("bool".into()),
            Const::Int(_) => self.cx.table.fresh_kind(VarKind::Int),
            Const::Number => self.cx.table.fresh_kind(VarKind::Float),
            Const::Str(_) => Ty::Ref(false, Box::new(Ty::Prim("str".into()))),
            Const::Char(_) => self.cx.table.fresh(),
            Const::Unit => Ty::unit(),
            Const::Path(path) => {
                let value = self.cx.resolve_value(path);
                let ty = self.cx.value_ty(&value);
                match value {
                    ValueRes::Fn(func, substs) => {
                        self.bounds_of(func, &substs);
                        *constant = Const::Fn(func, substs);
                    }
                    ValueRes::Ctor(adt, variant, _) => *constant = Const::Ctor(adt, variant),
                    ValueRes::Const(id) => {
                        *constant = match self.cx.linked.consts[id].body {
                            Some(body) => Const::Item(body),
                            None => Const::Unknown(Why::NoBody),
                        };
                    }
                    // A static used as a value became a place in `prepare`.
                    ValueRes::Static(_) => *constant = Const::Unknown(Why::Data),
                    ValueRes::Unknown(why) => *constant = Const::Unknown(why),
                }
                self.plain(&ty)
            }
            Const::Fn(func, substs) => Ty::FnDef(*func, substs.clone()),
            Const::Ctor(adt, variant) => self.ctor_ty(*adt, *variant),
            Const::Item(body) => self.item_ty(*body),
            Const::Unknown(_) => self.cx.table.fresh(),
        }
    }

    fn item_ty(&mut self, body: crate::ir::BodyId) -> Ty {
        match self.cx.linked.source(body).owner {
            crate::link::Owner::Const(id) => self.cx.linked.consts[id].ty.clone(),
            crate::link::Owner::Static(id) => self.cx.linked.program.statics[id].ty.clone(),
            crate::link::Owner::Fn(_) => Ty::Unknown(Why::Pending),
        }
    }

    fn ctor_ty(&mut self, adt: crate::ir::AdtId, variant: u32) -> Ty {
        let def = &self.cx.linked.program.adts[adt];
        let count = def.generics.len();
        let shape = def.variants.get(variant as usize).map(|variant| variant.shape);
        let substs: Vec<Ty> = (0..count).map(|_| self.cx.table.fresh()).collect();
        if shape == Some(Shape::Unit) {
            return Ty::Adt(adt, substs);
        }
        self.cx.value_ty(&ValueRes::Ctor(adt, variant, substs))
    }
}
