//! Conditions, `if`, loops and jumps.

use syn::{BinOp, Expr, UnOp};

use super::closure::end_of;
use super::expr::std_path;
use super::extend::strip;
use super::scope::{Breakable, Ends, Exit, result_place};
use super::{BodyCx, types};
use crate::base::{Name, Span};
use crate::ir::{
    Callee, Const, DropWhy, Edition, LocalKind, Operand, Place, Projection, Rvalue, TerminatorKind, Test, TypeRef, VariantRef,
};
use crate::syntax::span;

impl BodyCx<'_> {
    /// Goes on where the condition holds, with the variables that its `let`s bind; else leaves by `exit`.
    pub fn cond(&mut self, expr: &Expr, exit: Exit) {
        let at = span::expr(expr);
        match strip(expr) {
            Expr::Binary(binary) if matches!(binary.op, BinOp::And(_)) => {
                self.cond(&binary.left, exit);
                self.cond(&binary.right, exit);
            }
            Expr::Binary(binary) if matches!(binary.op, BinOp::Or(_)) => {
                let holds = self.body.block();
                let next = self.body.block();
                let depth = self.body.scopes.len();
                self.cond(&binary.left, Exit { depth, block: next });
                self.body.goto(holds, at);
                self.body.current = next;
                self.cond(&binary.right, exit);
                self.body.goto_and_follow(holds, at);
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                let fails = self.body.block();
                let depth = self.body.scopes.len();
                let holds = self.body.block();
                self.cond(&unary.expr, Exit { depth, block: holds });
                self.body.goto(fails, at);
                self.body.current = fails;
                self.leave_silently(exit, at);
                self.body.current = holds;
            }
            Expr::Let(bound) => {
                let place = self.place(&bound.expr);
                self.test(&bound.pat, &place, exit);
                self.declare_and_bind(&bound.pat, &place, place.projections.len() as u32);
            }
            Expr::Macro(mac) if self.cond_macro(&mac.mac, exit, at) => {}
            // Reading a variable or field has no temporaries.
            Expr::Path(path) if self.local_of(path).is_some() => {
                let place = self.place(expr);
                self.switch(Test::True(Operand::Use(place)), exit, at);
            }
            plain => {
                let value = self.plain_temp(at);
                self.terminating(end_of(at), |this| this.into(Some(&Place::local(value)), plain));
                self.switch(Test::True(Operand::Move(Place::local(value))), exit, at);
            }
        }
    }

    /// A condition as a value.
    pub fn bool_value(&mut self, dest: Option<&Place>, cond: &Expr, at: Span) {
        let fails = self.body.block();
        let join = self.body.block();
        let depth = self.body.scopes.len();
        let opened = self.open(Ends::Both);
        self.cond(cond, Exit { depth, block: fails });
        self.close(opened, end_of(at));
        self.put(dest, Rvalue::Use(Operand::Const(Const::Bool(true))), at);
        self.body.goto(join, at);
        self.body.current = fails;
        self.put(dest, Rvalue::Use(Operand::Const(Const::Bool(false))), at);
        self.body.goto_and_follow(join, at);
    }

    /// `a && b`, `a || b` as a value: the right side is evaluated, and its temporaries end, only where the left one lets it.
    pub fn lazy_bool(&mut self, dest: Option<&Place>, binary: &syn::ExprBinary, at: Span) {
        let is_and = matches!(binary.op, BinOp::And(_));
        let short = self.body.block();
        let join = self.body.block();
        let depth = self.body.scopes.len();
        if is_and {
            self.cond(&binary.left, Exit { depth, block: short });
        } else {
            let next = self.body.block();
            self.cond(&binary.left, Exit { depth, block: next });
            self.body.goto(short, at);
            self.body.current = next;
        }
        self.terminating(end_of(at), |this| this.into(dest, &binary.right));
        self.body.goto(join, at);
        self.body.current = short;
        self.put(dest, Rvalue::Use(Operand::Const(Const::Bool(!is_and))), at);
        self.body.goto_and_follow(join, at);
    }

    pub fn if_expr(&mut self, dest: Option<&Place>, branch: &syn::ExprIf, at: Span) {
        let otherwise = self.body.block();
        let join = self.body.block();
        let depth = self.body.scopes.len();
        // From 2024 on the temporaries of an `if let` end before the `else`, before that with the statement.
        let ends = if self.file.edition >= Edition::E2024 { Ends::Both } else { Ends::Vars };
        let then_end = span::block_end(&branch.then_branch);
        let opened = self.open(ends);
        self.cond(&branch.cond, Exit { depth, block: otherwise });
        self.terminating(then_end, |this| this.block(dest, &branch.then_branch));
        self.close(opened, then_end);
        self.body.goto(join, then_end);
        self.body.current = otherwise;
        match &branch.else_branch {
            Some((_, branch)) => self.terminating(end_of(at), |this| this.into(dest, branch)),
            None => self.put_unit(dest, at),
        }
        self.body.goto_and_follow(join, at);
    }

    pub fn labelled_block(&mut self, dest: Option<&Place>, block: &syn::ExprBlock) {
        let Some(label) = &block.label else { return self.block(dest, &block.block) };
        let join = self.breakable(Some(label), dest, |_| None, |this| this.block(dest, &block.block));
        self.body.goto_and_follow(join, span::block_end(&block.block));
    }

    pub fn try_block(&mut self, dest: Option<&Place>, block: &syn::Block, at: Span) {
        let join = self.body.block();
        let depth = self.body.scopes.len();
        self.body.breakables.push(Breakable {
            label: None,
            continue_to: None,
            break_to: join,
            dest: dest.cloned(),
            depth,
            is_loop: false,
            is_try: true,
        });
        let output = Place::local(self.plain_temp(at));
        self.block(Some(&output), block);
        self.body.breakables.pop();
        self.emit_call(dest, Callee::Path(std_path(&["ops", "Try", "from_output"], at)), vec![Operand::Move(output)], at, at);
        self.body.goto_and_follow(join, at);
    }

    /// Lowers something that `break` can leave. Returns the block after it, to which nothing has gone on yet.
    fn breakable(
        &mut self,
        label: Option<&syn::Label>,
        dest: Option<&Place>,
        head: impl FnOnce(&mut Self) -> Option<crate::ir::BlockId>,
        inside: impl FnOnce(&mut Self),
    ) -> crate::ir::BlockId {
        let break_to = self.body.block();
        let continue_to = head(self);
        let depth = self.body.scopes.len();
        self.body.breakables.push(Breakable {
            label: label.map(|label| types::name(&label.name.ident)),
            continue_to,
            break_to,
            dest: dest.cloned(),
            depth,
            is_loop: continue_to.is_some(),
            is_try: false,
        });
        inside(self);
        self.body.breakables.pop();
        break_to
    }

    /// A new loop head, which is where code goes on.
    fn loop_head(&mut self, at: Span) -> crate::ir::BlockId {
        let head = self.body.block();
        self.body.mark_loop_head(head, at);
        self.body.goto_and_follow(head, at);
        head
    }

    pub fn loop_expr(&mut self, dest: Option<&Place>, repeated: &syn::ExprLoop) {
        let end = span::block_end(&repeated.body);
        let token = span::of(repeated.loop_token.span);
        let mut head = None;
        let after = self.breakable(
            repeated.label.as_ref(),
            dest,
            |this| {
                head = Some(this.loop_head(token));
                head
            },
            |this| this.terminating(end, |this| this.block(None, &repeated.body)),
        );
        if let Some(head) = head {
            self.body.goto(head, end);
        }
        self.body.current = after;
    }

    pub fn while_expr(&mut self, dest: Option<&Place>, repeated: &syn::ExprWhile, at: Span) {
        let end = span::block_end(&repeated.body);
        let mut head = None;
        let token = span::of(repeated.while_token.span);
        let exit = self.body.block();
        let after = self.breakable(
            repeated.label.as_ref(),
            None,
            |this| {
                head = Some(this.loop_head(token));
                head
            },
            |this| {
                let depth = this.body.scopes.len();
                let opened = this.open(Ends::Both);
                this.cond(&repeated.cond, Exit { depth, block: exit });
                this.terminating(end, |this| this.block(None, &repeated.body));
                this.close(opened, end);
            },
        );
        if let Some(head) = head {
            self.body.goto(head, end);
        }
        self.body.current = exit;
        self.body.goto_and_follow(after, at);
        self.put_unit(dest, at);
    }

    pub fn for_expr(&mut self, dest: Option<&Place>, repeated: &syn::ExprForLoop, at: Span) {
        let end = span::block_end(&repeated.body);
        self.terminating(end, |this| {
            let over = span::expr(&repeated.expr);
            let source = this.operand(&repeated.expr);
            let opened = this.open(Ends::Vars);
            let scope = this.body.vars;
            let iter = this.body.local(LocalKind::Var, None, TypeRef::Infer, over);
            this.live(iter, scope, over);
            let iter_place = Place::local(iter);
            let callee = Callee::Path(std_path(&["iter", "IntoIterator", "into_iter"], over));
            this.emit_call(Some(&iter_place), callee, vec![source], over, over);
            this.schedule_drop(iter, scope);
            let exit = this.body.block();
            let mut head = None;
            let token = span::of(repeated.for_token.span);
            let after = this.breakable(
                repeated.label.as_ref(),
                None,
                |this| {
                    head = Some(this.loop_head(token));
                    head
                },
                |this| {
                    let depth = this.body.scopes.len();
                    let opened = this.open(Ends::Both);
                    this.next_item(&iter_place, &repeated.pat, over, Exit { depth, block: exit });
                    this.terminating(end, |this| this.block(None, &repeated.body));
                    this.close(opened, end);
                },
            );
            if let Some(head) = head {
                this.body.goto(head, end);
            }
            this.body.current = exit;
            this.body.goto_and_follow(after, end);
            this.close(opened, end);
        });
        self.put_unit(dest, at);
    }

    /// Takes the next item, or leaves by `exit`.
    fn next_item(&mut self, iter: &Place, pat: &syn::Pat, over: Span, exit: Exit) {
        let reference = Place::local(self.plain_temp(over));
        self.body.assign(reference.clone(), Rvalue::Ref { mutable: true, place: iter.clone() }, over);
        let scope = self.body.temps;
        let next = self.temp(scope, over);
        let next_place = Place::local(next);
        let callee = Callee::Path(std_path(&["iter", "Iterator", "next"], over));
        self.emit_call(Some(&next_place), callee, vec![Operand::Move(reference)], over, over);
        let some = VariantRef::Path(std_path(&["option", "Option", "Some"], over));
        self.switch(Test::Variant(next_place.clone(), some.clone()), exit, over);
        self.schedule_drop(next, scope);
        let item = next_place.project(Projection::Downcast(some)).project(Projection::Field(Name::index(0)));
        self.declare_and_bind(pat, &item, 2);
    }

    pub fn break_expr(&mut self, jump: &syn::ExprBreak, at: Span) {
        let label = jump.label.as_ref().map(|label| types::name(&label.ident));
        let target = self.body.breakables.iter().rev().find(|candidate| match &label {
            Some(label) => candidate.label.as_ref() == Some(label),
            None => candidate.is_loop,
        });
        let Some(target) = target.cloned() else { return self.unreachable(at) };
        match &jump.expr {
            Some(value) => self.into(target.dest.as_ref(), value),
            None => self.put_unit(target.dest.as_ref(), at),
        }
        self.leave(Exit { depth: target.depth, block: target.break_to }, DropWhy::Jump, at);
    }

    pub fn continue_expr(&mut self, jump: &syn::ExprContinue, at: Span) {
        let label = jump.label.as_ref().map(|label| types::name(&label.ident));
        let target = self.body.breakables.iter().rev().find_map(|candidate| {
            let fits = label.is_none() || candidate.label == label;
            candidate.continue_to.filter(|_| fits).map(|block| Exit { depth: candidate.depth, block })
        });
        match target {
            Some(exit) => self.leave(exit, DropWhy::Jump, at),
            None => self.unreachable(at),
        }
    }

    pub fn return_expr(&mut self, value: Option<&Expr>, at: Span) {
        let result = result_place();
        match value {
            Some(value) => self.into(Some(&result), value),
            None => self.put_unit(Some(&result), at),
        }
        self.leave_body(DropWhy::Jump, at);
    }

    /// Code that rustc would not have taken, or a panic.
    pub fn unreachable(&mut self, at: Span) {
        self.body.terminate(TerminatorKind::Unreachable, at);
    }
}
