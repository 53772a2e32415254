//! Operands, assignments, coercions.

use super::adjust::{Builder, Typed};
use super::copied;
use crate::base::Name;
use crate::ir::{
    BinaryOp, BodyRef, Callee, Const, LocalKind, Operand, Place, Projection, Rvalue, SelectArm, SelectOp, Shape, StatementKind, Ty,
    VariantRef, Why,
};
use crate::link::Adjust;

impl Builder<'_, '_> {
    /// The operand with its use decided.
    pub fn operand(&mut self, operand: Operand) -> Operand {
        match operand {
            Operand::Use(place) => {
                let at = self.place(&place, false);
                self.used(&at)
            }
            Operand::Bind(place, pattern) => {
                let (at, by) = self.pattern(&place, pattern as usize, false);
                match by {
                    Some(mutable) => Operand::Copy(self.borrow(&at, mutable).place),
                    None => self.used(&at),
                }
            }
            Operand::Copy(place) => Operand::Copy(self.place(&place, false).place),
            Operand::Move(place) => Operand::Move(self.place(&place, false).place),
            Operand::Const(constant) => match self.unit(&constant) {
                Some((ty, value)) => Operand::Move(self.assign(ty, value)),
                None => Operand::Const(constant),
            },
        }
    }

    /// A unit struct or variant as a value.
    fn unit(&mut self, constant: &Const) -> Option<(Ty, Rvalue)> {
        let Const::Ctor(adt, variant) = constant else { return None };
        let def = &self.cx.linked.program.adts[*adt];
        if def.variants.get(*variant as usize)?.shape != Shape::Unit {
            return None;
        }
        let ty = Ty::Adt(*adt, def.generics.iter().map(|_| Ty::Unknown(Why::UninferredType)).collect());
        Some((ty, Rvalue::Adt { variant: VariantRef::Resolved(*adt, *variant), fields: Vec::new(), base: None }))
    }

    /// The operand where a value of type `to` is expected: `&Arc<T>` is dereferenced to `&T`.
    pub fn operand_to(&mut self, operand: Operand, to: &Ty) -> Operand {
        let operand = self.operand(operand);
        let Some(place) = operand.place() else { return operand };
        let from = super::place_types::place_ty(self.cx, &self.locals, place);
        match self.reborrow(place, &from, to) {
            Some(at) => Operand::Copy(at.place),
            None => operand,
        }
    }

    /// A deref coercion from one reference to another, if one is needed.
    fn reborrow(&mut self, place: &Place, from: &Ty, to: &Ty) -> Option<Typed> {
        let (Ty::Ref(_, inner), Ty::Ref(mutable, target)) = (from, to) else { return None };
        let unfit = |ty: &Ty| matches!(ty, Ty::Unknown(_) | Ty::Infer(_) | Ty::Param(_) | Ty::Projection(..));
        if unfit(inner) || unfit(target) || self.cx.table.could_unify(inner, target) {
            return None;
        }
        let steps = self.cx.autoderef(inner);
        let end = steps
            .iter()
            .skip(1)
            .position(|step| !unfit(&step.ty) && same_head(&step.ty, target) && self.cx.table.could_unify(&step.ty, target))?
            + 1;
        let adjusts: Vec<Adjust> = steps[..=end].iter().filter_map(|step| step.adjust.clone()).collect();
        let at = Typed { place: place.project(Projection::Deref), ty: (**inner).clone(), borrowed: true };
        let at = self.adjusted(at, &adjusts, *mutable);
        Some(self.borrow(&at, *mutable))
    }

    /// `dest = rvalue`.
    pub fn assignment(&mut self, dest: &Place, rvalue: Rvalue) {
        let to =
            if dest.projections.is_empty() { super::place_types::place_ty(self.cx, &self.locals, dest) } else { Ty::Unknown(Why::Pending) };
        let guard = dest.as_local().filter(|&local| self.locals[local].kind == LocalKind::Guard);
        let value = match rvalue {
            // What a guard looks at stays where it is: its name stands for a reference.
            Rvalue::Use(operand) if let Some(guard) = guard => match self.operand(operand) {
                Operand::Move(place) => {
                    self.look_at(guard);
                    Rvalue::Ref { mutable: false, place }
                }
                Operand::Use(place) => Rvalue::Use(Operand::Copy(place)),
                other => Rvalue::Use(other),
            },
            Rvalue::Use(Operand::Bind(place, pattern)) => {
                let (at, by) = self.pattern(&place, pattern as usize, matches!(to, Ty::Ref(true, _)));
                match by {
                    Some(mutable) => Rvalue::Ref { mutable, place: at.place },
                    None => Rvalue::Use(self.used(&at)),
                }
            }
            Rvalue::Use(Operand::Const(constant)) => match self.unit(&constant) {
                Some((_, value)) => value,
                None => Rvalue::Use(Operand::Const(constant)),
            },
            Rvalue::Use(operand) => Rvalue::Use(self.operand_to(operand, &to)),
            Rvalue::Ref { mutable, place } => Rvalue::Ref { mutable, place: self.place(&place, mutable).place },
            Rvalue::Tuple(parts) => Rvalue::Tuple(self.all(parts)),
            Rvalue::Array(parts) => Rvalue::Array(self.all(parts)),
            Rvalue::Repeat(operand) => Rvalue::Repeat(self.operand(operand)),
            Rvalue::Adt { variant, fields, base } => self.literal(variant, fields, base.as_ref(), &to),
            Rvalue::Closure { body, captures } => {
                debug_assert!(matches!(body, BodyRef::Global(_)), "inference has replaced it");
                Rvalue::Closure { body, captures }
            }
            Rvalue::Binary(op, left, right) => match self.operator(op, left, right, dest) {
                Some(value) => value,
                None => return,
            },
            Rvalue::Not(operand) => Rvalue::Not(self.operand(operand)),
            Rvalue::Cast(operand, ty) => Rvalue::Cast(self.operand(operand), ty),
            Rvalue::Residual(place) => match self.residual(&place, &to) {
                Some(value) => value,
                None => Rvalue::Residual(self.place(&place, false).place),
            },
            Rvalue::Opaque(why, places) => Rvalue::Opaque(why, places.iter().map(|place| self.place(place, false).place).collect()),
        };
        // A guard's name itself is written, not what it refers to.
        let dest = guard.map_or_else(|| self.place(dest, true).place, Place::local);
        self.push(StatementKind::Assign(dest, value));
    }

    fn all(&mut self, operands: Vec<Operand>) -> Vec<Operand> {
        operands.into_iter().map(|operand| self.operand(operand)).collect()
    }

    /// A struct literal; what `..base` stands for is listed.
    fn literal(&mut self, variant: VariantRef, fields: Vec<(Name, Operand)>, base: Option<&Place>, to: &Ty) -> Rvalue {
        let VariantRef::Resolved(adt, nth) = variant else {
            let fields = fields.into_iter().map(|(name, operand)| (name, self.operand(operand))).collect();
            let base = base.map(|base| self.place(base, false).place);
            return Rvalue::Adt { variant, fields, base };
        };
        let of_this = matches!(to, Ty::Adt(id, _) if *id == adt);
        let mut all = Vec::with_capacity(fields.len());
        for (name, operand) in fields {
            let expected = if of_this { self.cx.field_ty(to, nth, &name) } else { None };
            let operand = match expected {
                Some(ty) => self.operand_to(operand, &ty),
                None => self.operand(operand),
            };
            all.push((name, operand));
        }
        if let Some(base) = base {
            let base = self.place(base, false);
            let names: Vec<Name> = match self.cx.linked.program.adts[adt].variants.get(nth as usize) {
                Some(variant) => variant.fields.keys().cloned().collect(),
                None => Vec::new(),
            };
            for name in names {
                if all.iter().any(|(given, _)| *given == name) {
                    continue;
                }
                let ty = self.cx.field_ty(&base.ty, nth, &name).map_or(Ty::Unknown(Why::UninferredType), |ty| self.cx.normalize(&ty));
                let field = Typed { place: base.place.project(Projection::Field(name.clone())), ty, borrowed: base.borrowed };
                let operand = self.used(&field);
                all.push((name, operand));
            }
        }
        Rvalue::Adt { variant: VariantRef::Resolved(adt, nth), fields: all, base: None }
    }

    /// What a `?` returns: `None`, or the error in the type that the function returns.
    fn residual(&mut self, place: &Place, ret: &Ty) -> Option<Rvalue> {
        let at = self.place(place, false);
        let Ty::Adt(adt, substs) = at.ty.clone() else { return None };
        let def = &self.cx.linked.program.adts[adt];
        let variant = |name: &str| def.variants.iter().position(|variant| variant.name == *name).map(|nth| nth as u32);
        let zero = Name::index(0);
        match def.path.as_str() {
            "std::option::Option" => {
                let none = variant("None")?;
                Some(Rvalue::Adt { variant: VariantRef::Resolved(adt, none), fields: Vec::new(), base: None })
            }
            "std::result::Result" => {
                let nth = variant("Err")?;
                let from = substs.get(1).cloned()?;
                let err = VariantRef::Resolved(adt, nth);
                let error = at.place.project(Projection::Downcast(err.clone())).project(Projection::Field(zero.clone()));
                let error = Typed { place: error, ty: from.clone(), borrowed: false };
                let mut operand = self.used(&error);
                if let Operand::Use(place) = operand {
                    // The temporary is read by this `?` alone: whatever the type is, nothing else takes the error.
                    operand = Operand::Move(place);
                }
                if let Ty::Adt(_, to) = ret
                    && let Some(to) = to.get(1)
                    && *to != from
                    && !to.is_unknown()
                    && let Some(func) = self.lang.from
                {
                    let callee = self.callee(func, vec![to.clone(), from]);
                    operand = Operand::Move(self.call(callee, vec![operand], to.clone()));
                }
                Some(Rvalue::Adt { variant: err, fields: vec![(zero, operand)], base: None })
            }
            "std::ops::ControlFlow" => {
                let nth = VariantRef::Resolved(adt, variant("Break")?);
                let inner = at.place.project(Projection::Downcast(nth.clone())).project(Projection::Field(zero.clone()));
                Some(Rvalue::Adt { variant: nth, fields: vec![(zero, Operand::Move(inner))], base: None })
            }
            _ => None,
        }
    }

    /// `left op right`; `None` where it has become a call.
    fn operator(&mut self, op: BinaryOp, left: Operand, right: Operand, dest: &Place) -> Option<Rvalue> {
        let comparison = !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Other);
        if comparison {
            // A comparison reads through references.
            let (left, right) = (self.read(left), self.read(right));
            let equality = match op {
                BinaryOp::Eq => Some(false),
                BinaryOp::Ne => Some(true),
                _ => None,
            };
            if let (Some(negated), Some((_, func))) = (equality, self.lang.operator("PartialEq"))
                && let Operand::Copy(place) = &left
                && let this @ Ty::Adt(..) = super::place_types::place_ty(self.cx, &self.locals, place)
                && let Operand::Copy(other) = &right
            {
                let that = super::place_types::place_ty(self.cx, &self.locals, other);
                if let Callee::Fn(func, substs) = self.callee(func, vec![this.clone(), that.clone()])
                    && self.cx.linked.program.fns[func].body.is_some()
                {
                    let a = self.borrow(&Typed { place: place.clone(), ty: this, borrowed: true }, false);
                    let b = self.borrow(&Typed { place: other.clone(), ty: that, borrowed: true }, false);
                    let bool_ = Ty::Prim("bool".into());
                    let equal = self.call(Callee::Fn(func, substs), vec![Operand::Copy(a.place), Operand::Copy(b.place)], bool_);
                    return Some(if negated { Rvalue::Not(Operand::Copy(equal)) } else { Rvalue::Use(Operand::Copy(equal)) });
                }
            }
            return Some(Rvalue::Binary(op, left, right));
        }
        let (left, right) = (self.operand(left), self.operand(right));
        let name = match op {
            BinaryOp::Add => "Add",
            BinaryOp::Sub => "Sub",
            _ => return Some(Rvalue::Binary(op, left, right)),
        };
        let types: Vec<Ty> = [&left, &right]
            .into_iter()
            .map(|operand| match operand.place() {
                Some(place) => super::place_types::place_ty(self.cx, &self.locals, place),
                None => Ty::Unknown(Why::Data),
            })
            .collect();
        if matches!(types[0], Ty::Adt(..))
            && let Some((_, func)) = self.lang.operator(name)
            && let callee @ Callee::Fn(..) = self.callee(func, types)
        {
            let dest = self.place(dest, true).place;
            self.call_into(callee, vec![left, right], dest);
            return None;
        }
        Some(Rvalue::Binary(op, left, right))
    }

    /// An operand that is only looked at.
    pub fn read(&mut self, operand: Operand) -> Operand {
        match operand {
            Operand::Use(place) | Operand::Bind(place, _) | Operand::Copy(place) | Operand::Move(place) => {
                let at = self.place(&place, false);
                Operand::Copy(Self::peeled(at).place)
            }
            Operand::Const(constant) => self.operand(Operand::Const(constant)),
        }
    }

    /// An arm of a `select!`: the ends of channels are looked at where they are, a message is moved.
    pub fn select_arm(&mut self, arm: SelectArm) -> SelectArm {
        let op = match arm.op {
            SelectOp::Future(place) => SelectOp::Future(self.place(&place, true).place),
            SelectOp::Recv(on) => SelectOp::Recv(self.read(on)),
            SelectOp::Send(on, value) => {
                let on = self.read(on);
                SelectOp::Send(on, self.operand(value))
            }
            SelectOp::Default(timeout) => SelectOp::Default(timeout.map(|timeout| self.operand(timeout))),
        };
        let guard = arm.guard.map(|guard| self.operand(guard));
        let dest = self.place(&arm.dest, true).place;
        SelectArm { op, guard, dest, ..arm }
    }

    /// Whether the value is copied where it is used.
    pub fn is_copied(&mut self, ty: &Ty) -> Option<bool> {
        copied(self.cx, ty)
    }
}

fn same_head(a: &Ty, b: &Ty) -> bool {
    match (a, b) {
        (Ty::Adt(x, _), Ty::Adt(y, _)) => x == y,
        (Ty::Prim(x), Ty::Prim(y)) => x == y,
        _ => std::mem::discriminant(a) == std::mem::discriminant(b),
    }
}
