//! `match`.

use syn::{Arm, Expr, Pat};

use super::BodyCx;
use super::closure::end_of;
use super::pattern::{collect, is_irrefutable};
use super::scope::{Ends, Exit};
use crate::base::Span;
use crate::ir::{Cfg, LocalKind, Place, Test, TypeRef};
use crate::syntax::attributes::Attributes;
use crate::syntax::span;

/// A pattern, perhaps with `if guard`.
#[derive(Clone, Copy)]
pub(super) struct Guarded<'a> {
    pub pat: &'a Pat,
    pub guard: Option<&'a Expr>,
}

impl BodyCx<'_> {
    pub fn match_expr(&mut self, dest: Option<&Place>, matched: &syn::ExprMatch, at: Span) {
        let place = self.place(&matched.expr);
        let join = self.body.block();
        for arm in &matched.arms {
            let next = self.body.block();
            self.arm(dest, arm, &place, next);
            self.body.goto(join, span::expr(&arm.body));
            self.body.current = next;
        }
        // No arm is left: rustc has checked that there is no such value.
        self.unreachable(at);
        self.body.current = join;
    }

    /// One arm; what it does not match goes on in `next`.
    fn arm(&mut self, dest: Option<&Place>, arm: &Arm, place: &Place, next: crate::ir::BlockId) {
        let depth = self.body.scopes.len();
        let exit = Exit { depth, block: next };
        let (pat, guard) = match &arm.pat {
            Pat::Guard(guarded) => (&*guarded.pat, Some(&*guarded.guard)),
            pat => (pat, None),
        };
        let covers = span::pat(pat).to(span::expr(&arm.body));
        let covers = arm.comma.iter().fold(covers, |at, comma| at.to(span::node(comma)));
        self.file.statements.push(covers);
        self.file.accept(&arm.attrs, covers);
        let cfg = Attributes::read(&arm.attrs).cfg;
        if cfg != Cfg::True {
            self.switch(Test::Cfg(cfg), exit, span::pat(pat));
        }
        let end = end_of(span::expr(&arm.body));
        // What an `if let` guard looks at lives as long as the arm; other guards end their temporaries themselves.
        let opened = self.open(Ends::Both);
        self.arm_pattern(Guarded { pat, guard }, place, exit);
        self.terminating(end, |this| this.into(dest, &arm.body));
        self.close(opened, end);
    }

    /// Tests a pattern and its guard, then binds.
    pub fn arm_pattern(&mut self, Guarded { pat, guard }: Guarded<'_>, place: &Place, exit: Exit) {
        let scrutinee = place.projections.len() as u32;
        if !is_irrefutable(pat) {
            self.test(pat, place, exit);
        }
        if let Some(guard) = guard {
            let names = self.body.names.len();
            self.guard_names(pat, place, scrutinee);
            self.cond(guard, exit);
            // What an `if let` guard binds stays in view for the arm; the stand-ins do not.
            let mut bound = self.body.names.split_off(names);
            bound.retain(|&(_, local)| self.body.decl(local).kind == LocalKind::Var);
            self.body.names.extend(bound);
        }
        self.declare_and_bind(pat, place, scrutinee);
    }

    /// Within the guard each variable is a stand-in that owns nothing.
    fn guard_names(&mut self, pat: &Pat, place: &Place, scrutinee: u32) {
        let mut found = Vec::new();
        collect(pat, &mut found);
        for (name, at) in found {
            let local = self.body.local(LocalKind::Guard, Some(name.clone()), TypeRef::Infer, at);
            self.body.names.push((name, local));
        }
        self.bind(pat, place, scrutinee);
    }
}
