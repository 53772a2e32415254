//! The end: what is still open is decided with what there is, and the types are written into the bodies.

use super::{Infer, Inferred, Item};
use crate::ir::{Body, Callee, Const, Container, FnId, Operand, StatementKind, Substs, TerminatorKind, Ty, Why};
use crate::link::table::{VarKind, map_children};
use crate::link::{Adjust, MethodPick};

impl<'a> Infer<'a> {
    /// Decides what is open and writes the result.
    pub(super) fn finish(mut self) -> Inferred<'a> {
        self.settle();
        self.name_reasons();
        let picks = std::mem::take(&mut self.picks);
        let picks = picks.into_iter().map(|(site, pick)| (site, self.final_pick(&pick))).collect();
        for at in 0..self.works.len() {
            self.write(at);
        }
        let bodies: Vec<Body> = self.works.into_iter().map(|work| work.body).collect();
        self.cx.closures = self
            .cx
            .closures
            .iter()
            .map(|(&body, sig)| {
                let params = sig.params.iter().map(|ty| final_ty(&self.cx.table, ty)).collect();
                (body, crate::link::ClosureSig { params, ret: final_ty(&self.cx.table, &sig.ret) })
            })
            .collect();
        Inferred { bodies, picks, unpicked: self.unpicked, cx: self.cx, scopes: self.scopes }
    }

    /// Closures that nobody called, then what is stuck, oldest first: each time something moves, everything else gets its turn again.
    fn settle(&mut self) {
        loop {
            self.retry();
            if let Some(at) = (0..self.works.len()).find(|&at| !self.works[at].walked) {
                self.walk(at);
                continue;
            }
            // Numbers first, as in rustc.
            if let Some(number) = self.stuck_number() {
                let name = if self.cx.table.kind(&number) == Some(VarKind::Float) { "f64" } else { "i32" };
                self.equal(&number, &Ty::Prim(name.into()));
                continue;
            }
            let find = |wanted: fn(&Item) -> bool| self.waiting.iter().position(|waiting| wanted(&waiting.item));
            let site = find(|item| matches!(item, Item::Site(_)));
            let default = find(|item| matches!(item, Item::Default(..)));
            let Some(at) = site.or(default).or(find(|_| true)) else { return };
            let waiting = self.waiting.remove(at);
            if self.fuel == 0 {
                return;
            }
            self.force = true;
            self.take_up(waiting);
            self.force = false;
        }
    }

    fn stuck_number(&self) -> Option<Ty> {
        let on = self.waiting.iter().filter(|waiting| matches!(waiting.item, Item::Site(_))).flat_map(|waiting| &waiting.on);
        on.map(|ty| self.cx.table.shallow(ty)).find(|ty| matches!(self.cx.table.kind(ty), Some(VarKind::Int | VarKind::Float)))
    }

    /// Binds each variable that is open because something was not resolved to that reason.
    fn name_reasons(&mut self) {
        for (ty, why) in std::mem::take(&mut self.reasons) {
            if let Ty::Infer(var) = self.cx.table.shallow(&ty)
                && self.cx.table.kind(&ty) == Some(VarKind::General)
            {
                self.cx.table.give_up(var, why);
            }
        }
    }

    fn final_pick(&self, pick: &MethodPick) -> MethodPick {
        let finish = |ty: &Ty| final_ty(&self.cx.table, ty);
        let adjusts = pick.adjusts.iter().map(|adjust| match adjust {
            Adjust::Overloaded { target } => Adjust::Overloaded { target: finish(target) },
            other => other.clone(),
        });
        MethodPick {
            adjusts: adjusts.collect(),
            substs: pick.substs.iter().map(finish).collect(),
            receiver: finish(&pick.receiver),
            ..*pick
        }
    }

    /// Writes types and callees into the body.
    fn write(&mut self, at: usize) {
        self.enter(at);
        let mut body = std::mem::replace(&mut self.works[at].body, empty());
        let types = self.works[at].types.clone();
        for (decl, ty) in body.locals.iter_mut().zip(types.iter()) {
            decl.ty = self.finished(ty);
        }
        for block in &mut body.blocks {
            for statement in &mut block.statements {
                if let StatementKind::Assign(_, rvalue) = &mut statement.kind {
                    rvalue.operands_mut().into_iter().for_each(|operand| self.write_operand(operand));
                }
            }
            block.terminator.operands_mut().into_iter().for_each(|operand| self.write_operand(operand));
            let TerminatorKind::Call { callee, args, .. } = &mut block.terminator.kind else { continue };
            match callee {
                Callee::Fn(func, substs) => *callee = self.written_callee(*func, substs),
                Callee::Unknown(_, why @ Why::UninferredType) => {
                    // The reason is that of the receiver's type.
                    let receiver = args.first().and_then(Operand::place);
                    if let Some(place) = receiver
                        && let Ok(ty) = self.place_ty(at, place)
                        && let Ty::Unknown(deeper) = self.behind(&ty)
                    {
                        *why = deeper;
                    }
                }
                _ => {}
            }
        }
        self.works[at].body = body;
    }

    /// The type with what is still open made unknown, and projections that have become known taken in.
    fn finished(&mut self, ty: &Ty) -> Ty {
        let ty = final_ty(&self.cx.table, ty);
        self.cx.normalize(&ty)
    }

    fn write_operand(&mut self, operand: &mut Operand) {
        if let Operand::Const(Const::Fn(func, substs)) = operand {
            let substs: Substs = substs.iter().map(|ty| self.finished(ty)).collect();
            let (func, substs) = match self.cx.linked.program.fns[*func].container {
                Container::Trait(_) => self.cx.instance(*func, &substs).unwrap_or((*func, substs)),
                _ => (*func, substs),
            };
            *operand = Operand::Const(Const::Fn(func, substs));
        }
    }

    fn written_callee(&mut self, func: FnId, substs: &[Ty]) -> Callee {
        let substs: Substs = substs.iter().map(|ty| self.finished(ty)).collect();
        if !matches!(self.cx.linked.program.fns[func].container, Container::Trait(_)) {
            return Callee::Fn(func, substs);
        }
        match self.cx.instance(func, &substs) {
            Some((func, substs)) => Callee::Fn(func, substs.iter().map(|ty| self.finished(ty)).collect()),
            None => Callee::Trait(func, substs.into_iter().next().unwrap_or(Ty::Unknown(Why::UninferredType))),
        }
    }
}

fn final_ty(table: &crate::link::table::Table, ty: &Ty) -> Ty {
    match table.shallow(ty) {
        var @ Ty::Infer(_) => match table.kind(&var) {
            Some(VarKind::Int) => Ty::Prim("i32".into()),
            Some(VarKind::Float) => Ty::Prim("f64".into()),
            _ => Ty::Unknown(Why::UninferredType),
        },
        other => map_children(&other, &mut |child| final_ty(table, child)),
    }
}

/// What stands in for a body that is taken out for a moment.
fn empty() -> Body {
    Body {
        stage: crate::ir::Stage::Lowered,
        kind: crate::ir::BodyKind::Const,
        is_move: false,
        span: crate::base::Span::default(),
        parent: None,
        params: 0,
        locals: crate::base::IndexVec::new(),
        blocks: crate::base::IndexVec::new(),
        upvars: Vec::new(),
        captures: Vec::new(),
        ret: crate::ir::TypeRef::Infer,
        items: Vec::new(),
    }
}
