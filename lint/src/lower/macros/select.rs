//! `select!` of tokio, futures and crossbeam.

use syn::Expr;

use crate::base::Span;
use crate::ir::{BlockId, Const, Local, Operand, Place, Rvalue, SelectArm, SelectOp, TerminatorKind, TypeRef};
use crate::lower::BodyCx;
use crate::lower::closure::end_of;
use crate::lower::extend::strip;
use crate::lower::macros::known_name;
use crate::lower::pattern::is_irrefutable;
use crate::lower::place::{is_place, never_owns};
use crate::lower::scope::{Ends, Exit};
use crate::syntax::macros::{Arm, Dialect, Op, Select};
use crate::syntax::span;

/// An arm as far as it is lowered before the wait.
struct Waiting<'a> {
    arm: &'a Arm,
    op: SelectOp,
    /// Whether the arm still takes part: a condition, or a pattern that has not failed yet.
    armed: Option<Local>,
    dest: Local,
    target: BlockId,
    handler: BlockId,
}

impl BodyCx<'_> {
    pub fn select(&mut self, dest: Option<&Place>, mac: &syn::Macro, at: Span) {
        let named = mac.path.segments.iter().any(|segment| segment.ident.to_string().starts_with("futures"));
        let biased = known_name(self.file, mac) == "select_biased";
        let plain_futures = mac.path.segments.len() == 1 && self.file.macros.futures_select;
        if let Ok(select) = Select::parse(mac.tokens.clone(), named || biased || plain_futures) {
            self.lower_select(dest, &select, at);
        } else {
            let places = self.mentioned(&mac.tokens);
            self.put(dest, Rvalue::Opaque(crate::ir::Why::UnknownMacro, places), at);
        }
    }

    fn lower_select(&mut self, dest: Option<&Place>, select: &Select, at: Span) {
        let end = end_of(at);
        let blocking = select.dialect == Dialect::Crossbeam;
        let join = self.body.block();
        let outside = self.body.scopes.len();
        let outer = self.open(Ends::Both);
        let result_scope = self.body.temps;
        let armed: Vec<Option<Local>> = select.arms.iter().map(|arm| self.armed(arm, at)).collect();
        let dests: Vec<Local> = select.arms.iter().map(|_| self.temp(result_scope, at)).collect();
        let inner = self.open(Ends::Both);
        let futures_from = self.body.scopes.len() - 1;
        let mut waiting = Vec::new();
        for ((arm, armed), dest) in select.arms.iter().zip(armed).zip(dests) {
            let op = self.select_op(&arm.op, select.dialect);
            let (target, handler) = (self.body.block(), self.body.block());
            waiting.push(Waiting { arm, op, armed, dest, target, handler });
        }
        let again = self.body.block();
        self.body.goto_and_follow(again, at);
        let cancel = if blocking { None } else { Some(self.cancel_block(at)) };
        let otherwise = select.otherwise.as_ref().map(|_| self.body.block());
        let arms = waiting.iter().map(|waiting| SelectArm {
            op: waiting.op.clone(),
            guard: waiting.armed.map(|armed| Operand::Use(Place::local(armed))),
            dest: Place::local(waiting.dest),
            target: waiting.target,
            refutable: is_refutable(waiting.arm),
            span: arm_span(waiting.arm),
        });
        let arms = arms.collect();
        self.body.terminate(TerminatorKind::Select { arms, otherwise, blocking, cancel }, at);
        for waiting in &waiting {
            self.body.current = waiting.target;
            self.arm_fits(waiting, again);
            if select.dialect == Dialect::Tokio {
                self.run_schedules(futures_from, None, end);
            }
            self.body.goto(waiting.handler, end);
        }
        let else_handler = self.body.block();
        if let Some(otherwise) = otherwise {
            self.body.current = otherwise;
            if select.dialect == Dialect::Tokio {
                self.run_schedules(futures_from, None, end);
            }
            self.body.goto(else_handler, end);
        }
        // tokio's futures are gone where a handler runs, the others' go after it.
        let inner = if select.dialect == Dialect::Tokio {
            self.abandon(inner);
            None
        } else {
            Some(inner)
        };
        for waiting in &waiting {
            self.body.current = waiting.handler;
            self.select_handler(dest, waiting, end);
            self.run_schedules(outside, None, end);
            self.body.goto(join, end);
        }
        if let Some(handler) = &select.otherwise {
            self.body.current = else_handler;
            self.terminating(end, |this| this.into(dest, handler));
            self.run_schedules(outside, None, end);
            self.body.goto(join, end);
        }
        if let Some(inner) = inner {
            self.abandon(inner);
        }
        self.abandon(outer);
        self.body.current = join;
    }

    /// Whether an arm takes part, as a variable, if that can change.
    fn armed(&mut self, arm: &Arm, at: Span) -> Option<Local> {
        if arm.cond.is_none() && !is_refutable(arm) {
            return None;
        }
        let armed = self.plain_temp(at);
        match &arm.cond {
            Some(cond) => self.terminating(end_of(at), |this| this.into(Some(&Place::local(armed)), cond)),
            None => self.body.assign(Place::local(armed), Rvalue::Use(Operand::Const(Const::Bool(true))), at),
        }
        Some(armed)
    }

    fn select_op(&mut self, op: &Op, dialect: Dialect) -> SelectOp {
        match op {
            Op::Future(future) if dialect == Dialect::Futures && is_place(future) => SelectOp::Future(self.place(future)),
            Op::Future(future) => SelectOp::Future(self.select_future(future)),
            Op::Recv(on) => SelectOp::Recv(self.receiver(on)),
            Op::Send(on, message) => {
                let on = self.receiver(on);
                SelectOp::Send(on, Operand::Move(self.temporary(message, TypeRef::Infer)))
            }
            Op::Default(None) => SelectOp::Default(None),
            Op::Default(Some(timeout)) => SelectOp::Default(Some(self.operand(timeout))),
        }
    }

    /// A future of the select's own: made before the wait, its temporaries end at once.
    fn select_future(&mut self, future: &Expr) -> Place {
        let at = span::expr(future);
        let scope = self.body.temps;
        let owns = !never_owns(strip(future));
        let local = if owns { self.temp(scope, at) } else { self.plain_temp(at) };
        self.terminating(end_of(at), |this| this.into(Some(&Place::local(local)), future));
        if owns {
            self.schedule_drop(local, scope);
        }
        Place::local(local)
    }

    /// Goes on where the arm's pattern matches what it got; else the arm is out and the others are waited for.
    fn arm_fits(&mut self, waiting: &Waiting<'_>, again: BlockId) {
        let Some(pat) = waiting.arm.pat.as_ref().filter(|pat| !is_irrefutable(pat)) else { return };
        let at = span::pat(pat);
        let out = self.body.block();
        let depth = self.body.scopes.len();
        self.test(pat, &Place::local(waiting.dest), Exit { depth, block: out });
        let fits = self.body.current;
        self.body.current = out;
        self.drop_place(Place::local(waiting.dest), crate::ir::DropWhy::Temporary, at);
        if let Some(armed) = waiting.armed {
            self.body.assign(Place::local(armed), Rvalue::Use(Operand::Const(Const::Bool(false))), at);
        }
        self.body.goto(again, at);
        self.body.current = fits;
    }

    fn select_handler(&mut self, dest: Option<&Place>, waiting: &Waiting<'_>, end: Span) {
        let opened = self.open(Ends::Both);
        let scope = self.body.temps;
        self.schedule_drop(waiting.dest, scope);
        if let Some(pat) = &waiting.arm.pat {
            self.declare_and_bind(pat, &Place::local(waiting.dest), 0);
        }
        self.terminating(end_of(span::expr(&waiting.arm.handler)), |this| this.into(dest, &waiting.arm.handler));
        self.close(opened, end);
    }
}

fn is_refutable(arm: &Arm) -> bool {
    arm.pat.as_ref().is_some_and(|pat| !is_irrefutable(pat))
}

fn arm_span(arm: &Arm) -> Span {
    let op = match &arm.op {
        Op::Future(on) | Op::Recv(on) | Op::Send(on, _) | Op::Default(Some(on)) => span::expr(on),
        Op::Default(None) => span::expr(&arm.handler),
    };
    arm.pat.as_ref().map_or(op, |pat| span::pat(pat).to(op))
}
