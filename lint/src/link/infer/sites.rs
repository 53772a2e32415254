//! Going through statements and terminators.

use super::{Infer, Item, Site, Step, Stuck, Waiting};
use crate::base::Idx;
use crate::ir::{
    BinaryOp, BodyId, BodyKind, BodyRef, Const, Operand, Place, Rvalue, SelectOp, Statement, StatementKind, Terminator, TerminatorKind,
    Test, Ty, VariantRef, Why,
};
use crate::link::table::VarKind;

impl Infer<'_> {
    /// Goes through a body, and through the closures in it as soon as their signatures are known.
    pub(super) fn walk(&mut self, at: usize) {
        if std::mem::replace(&mut self.works[at].walked, true) {
            return;
        }
        for block in self.works[at].body.reverse_postorder() {
            let count = self.works[at].body.blocks[block].statements.len();
            for statement in 0..=count {
                let site = Site { body: at, block, statement };
                self.take_up(Waiting { on: Vec::new(), item: Item::Site(site), tries: 0 });
                self.walk_ready();
            }
            self.retry();
        }
    }

    /// Goes through the closures whose signatures have become known.
    pub(super) fn walk_ready(&mut self) {
        while let Some(at) = self.ready.pop() {
            self.walk(at);
        }
    }

    /// The closure's signature is known.
    pub(super) fn closure_ready(&mut self, body: BodyId) {
        let at = body.index().wrapping_sub(self.root.index());
        if at < self.works.len() && !self.works[at].walked && !self.ready.contains(&at) {
            self.ready.push(at);
        }
    }

    /// One statement or terminator.
    pub(super) fn site(&mut self, site: Site) -> Step {
        self.enter(site.body);
        let block = &mut self.works[site.body].body.blocks[site.block];
        if let Some(slot) = block.statements.get_mut(site.statement) {
            let mut statement = slot.clone();
            let result = self.statement(site.body, &mut statement);
            self.works[site.body].body.blocks[site.block].statements[site.statement] = statement;
            return result;
        }
        let mut terminator = block.terminator.clone();
        let result = self.terminator(site, &mut terminator);
        self.works[site.body].body.blocks[site.block].terminator = terminator;
        result
    }

    fn statement(&mut self, at: usize, statement: &mut Statement) -> Step {
        let StatementKind::Assign(place, rvalue) = &mut statement.kind else { return Ok(()) };
        if let Rvalue::Residual(from) = rvalue {
            let ty = self.place_ty(at, from)?;
            let ret = self.place_ty(at, place)?;
            return self.residual(&ty, &ret);
        }
        let from = self.rvalue(at, rvalue)?;
        let to = self.place_ty(at, place)?;
        match from {
            Some(from) => {
                if let Ty::Unknown(why) = self.cx.table.shallow(&from) {
                    self.reasons.push((to.clone(), why));
                }
                self.coerce(&from, &to);
            }
            None => {
                if let Rvalue::Opaque(why, _) = rvalue {
                    self.reasons.push((to, *why));
                }
            }
        }
        Ok(())
    }

    /// The type of what is computed; `None` where nothing is known.
    fn rvalue(&mut self, at: usize, rvalue: &mut Rvalue) -> Step<Option<Ty>> {
        Ok(Some(match rvalue {
            Rvalue::Use(operand) => self.operand_ty(at, operand)?,
            Rvalue::Ref { mutable, place } => Ty::Ref(*mutable, Box::new(self.place_ty(at, place)?)),
            Rvalue::Tuple(parts) => Ty::Tuple(self.operands(at, parts)?),
            Rvalue::Array(parts) => {
                let element = self.cx.table.fresh();
                for ty in self.operands(at, parts)? {
                    self.coerce(&ty, &element);
                }
                Ty::Array(Box::new(element))
            }
            Rvalue::Repeat(operand) => Ty::Array(Box::new(self.operand_ty(at, operand)?)),
            Rvalue::Adt { .. } => return self.literal(at, rvalue),
            Rvalue::Closure { body, .. } => match *body {
                BodyRef::Global(body) => self.closure_made(body),
                BodyRef::Local(_) => return Ok(None),
            },
            Rvalue::Binary(op, left, right) => {
                let op = *op;
                let left = self.operand_ty(at, left)?;
                let right = self.operand_ty(at, right)?;
                self.binary(op, &left, &right)?
            }
            Rvalue::Not(operand) => self.operand_ty(at, operand)?,
            Rvalue::Cast(_, ty) => {
                let ty = ty.clone();
                self.written(&ty)
            }
            Rvalue::Residual(_) | Rvalue::Opaque(..) => return Ok(None),
        }))
    }

    pub(super) fn operands(&mut self, at: usize, operands: &mut [Operand]) -> Step<Vec<Ty>> {
        operands.iter_mut().map(|operand| self.operand_ty(at, operand)).collect()
    }

    fn closure_made(&mut self, body: BodyId) -> Ty {
        let at = body.index().wrapping_sub(self.root.index());
        let Some(work) = self.works.get(at) else { return Ty::Closure(body) };
        if work.body.kind == BodyKind::AsyncBlock {
            self.closure_ready(body);
            return Ty::Coroutine(body);
        }
        // Nothing that comes later can say more of a closure without parameters.
        if work.body.params == 0 {
            self.closure_ready(body);
        }
        Ty::Closure(body)
    }

    /// A struct literal.
    fn literal(&mut self, at: usize, rvalue: &mut Rvalue) -> Step<Option<Ty>> {
        let Rvalue::Adt { variant, fields, base } = rvalue else { return Ok(None) };
        let mut types = Vec::with_capacity(fields.len());
        for (_, operand) in fields.iter_mut() {
            types.push(self.operand_ty(at, operand)?);
        }
        let base = match base {
            Some(base) => Some(self.place_ty(at, base)?),
            None => None,
        };
        let (adt, nth, substs) = match variant {
            VariantRef::Path(path) => {
                let Some(found) = self.cx.resolve_variant(path) else {
                    *variant = VariantRef::Unknown(path.last().map_or_else(|| "".into(), |segment| segment.name.clone()));
                    return Ok(None);
                };
                found
            }
            VariantRef::Resolved(adt, nth) => {
                let count = self.cx.linked.program.adts[*adt].generics.len();
                (*adt, *nth, (0..count).map(|_| self.cx.table.fresh()).collect())
            }
            VariantRef::Unknown(_) => return Ok(None),
        };
        let ty = Ty::Adt(adt, substs);
        if let Some(base) = base {
            self.equal(&ty, &base);
        }
        for ((name, _), from) in fields.iter().zip(&types) {
            if let Some(field) = self.cx.field_ty(&ty, nth, name) {
                let field = self.plain(&field);
                self.coerce(from, &field);
            }
        }
        *variant = VariantRef::Resolved(adt, nth);
        Ok(Some(ty))
    }

    /// The type of `left op right`.
    fn binary(&mut self, op: BinaryOp, left: &Ty, right: &Ty) -> Step<Ty> {
        if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Other) {
            // Comparisons: both sides are of one type in most programs; a number takes the other's type.
            if self.cx.table.kind(left).is_some() || self.cx.table.kind(right).is_some() {
                self.equal(left, right);
            }
            return Ok(Ty::Prim("bool".into()));
        }
        let (l, r) = (self.behind_refs(left), self.behind_refs(right));
        let number = |ty: &Ty| matches!(ty, Ty::Prim(_));
        match (&l, &r) {
            (Ty::Infer(_), _) => {
                let numeric = |kind: Option<VarKind>| matches!(kind, Some(VarKind::Int | VarKind::Float));
                if numeric(self.cx.table.kind(&l)) {
                    if number(&r) || numeric(self.cx.table.kind(&r)) {
                        self.equal(&l, &r);
                        return Ok(r);
                    }
                    // `2 * duration`.
                    return if matches!(r, Ty::Infer(_)) && !self.force { Err(Stuck(r)) } else { Ok(r) };
                }
                if self.force { Ok(l) } else { Err(Stuck(l)) }
            }
            (Ty::Prim(_), _) => {
                if self.cx.table.kind(&r).is_some_and(|kind| kind != VarKind::General) && op != BinaryOp::Other {
                    self.equal(&l, &r);
                }
                Ok(l)
            }
            _ => {
                let name = match op {
                    BinaryOp::Add => "Add",
                    BinaryOp::Sub => "Sub",
                    _ => "",
                };
                let found = self.cx.linked.program.traits.iter_enumerated().find(|(_, def)| def.path == format!("std::ops::{name}"));
                let output = found.and_then(|(id, _)| self.cx.project(left, id, std::slice::from_ref(right), &"Output".into()));
                // Operators on a type of its own nearly always stay in it (`Instant - Instant` is found above).
                Ok(output.unwrap_or(l))
            }
        }
    }

    fn behind_refs(&self, ty: &Ty) -> Ty {
        let mut ty = self.cx.table.shallow(ty);
        while let Ty::Ref(_, inner) = &ty {
            ty = self.cx.table.shallow(inner);
        }
        ty
    }

    fn terminator(&mut self, site: Site, terminator: &mut Terminator) -> Step {
        let at = site.body;
        match &mut terminator.kind {
            TerminatorKind::Switch { test, .. } => self.test(at, test),
            TerminatorKind::Call { .. } => self.call(site, &mut terminator.kind),
            TerminatorKind::Await { future, dest, .. } => {
                let ty = self.operand_ty(at, future)?;
                let to = self.place_ty(at, dest)?;
                self.awaited(&ty, &to)
            }
            TerminatorKind::Select { arms, .. } => {
                for arm in arms {
                    if let Some(guard) = &mut arm.guard {
                        let ty = self.operand_ty(at, guard)?;
                        self.equal(&ty, &Ty::Prim("bool".into()));
                    }
                    let to = self.place_ty(at, &arm.dest)?;
                    match &mut arm.op {
                        SelectOp::Future(place) => {
                            let ty = self.place_ty(at, place)?;
                            self.awaited(&ty, &to)?;
                        }
                        SelectOp::Recv(on) => self.method_result(at, on, "recv", &to)?,
                        SelectOp::Send(on, value) => {
                            self.operand_ty(at, value)?;
                            self.method_result(at, on, "send", &to)?;
                        }
                        SelectOp::Default(_) => self.equal(&to, &Ty::unit()),
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn awaited(&mut self, future: &Ty, to: &Ty) -> Step {
        let known = self.known(future)?;
        self.ends_known(&known)?;
        if let Some(output) = self.cx.await_output(&known) {
            let output = self.plain(&output);
            self.coerce(&output, to);
        }
        Ok(())
    }

    fn test(&mut self, at: usize, test: &mut Test) -> Step {
        match test {
            Test::True(operand) => {
                let ty = self.operand_ty(at, operand)?;
                self.equal(&ty, &Ty::Prim("bool".into()));
                Ok(())
            }
            Test::Variant(place, VariantRef::Resolved(adt, _)) => {
                let ty = self.place_ty(at, place)?;
                self.is_adt(&ty, *adt)
            }
            Test::Equals(place, constant) => {
                let ty = self.place_ty(at, place)?;
                self.equals(&ty, constant);
                Ok(())
            }
            Test::Try(place) => {
                let ty = self.place_ty(at, place)?;
                self.known(&ty).map(|_| ())
            }
            Test::Variant(..) | Test::Cfg(_) | Test::Length { .. } | Test::Opaque(_) => Ok(()),
        }
    }

    fn is_adt(&mut self, ty: &Ty, adt: crate::ir::AdtId) -> Step {
        let mut ty = self.known(ty)?;
        while let Ty::Ref(_, inner) = &ty {
            ty = self.known(inner)?;
        }
        if matches!(ty, Ty::Infer(_)) {
            let count = self.cx.linked.program.adts[adt].generics.len();
            let made = Ty::Adt(adt, (0..count).map(|_| self.cx.table.fresh()).collect());
            self.equal(&ty, &made);
        }
        Ok(())
    }

    fn equals(&mut self, ty: &Ty, constant: &mut Const) {
        let behind = self.behind_refs(ty);
        let value = self.const_ty(constant);
        if self.cx.table.kind(&behind).is_some_and(|kind| kind != VarKind::General) || self.force {
            self.equal(&behind, &value);
        }
    }

    /// The place where a call's result goes has the type of the method's result.
    fn method_result(&mut self, at: usize, on: &mut Operand, name: &str, to: &Ty) -> Step {
        let ty = self.operand_ty(at, on)?;
        self.ends_known(&ty)?;
        if let Some(pick) = self.cx.lookup_method(&ty, &name.into(), &[]) {
            let sig = self.cx.fn_sig(pick.func, &pick.substs);
            let ret = self.plain(&sig.ret);
            self.coerce(&ret, to);
        }
        Ok(())
    }

    /// A place whose type nobody asks for.
    pub(super) fn unknown(&mut self, at: usize, place: &Place, why: Why) -> Step {
        let ty = self.place_ty(at, place)?;
        self.reasons.push((ty, why));
        Ok(())
    }
}
