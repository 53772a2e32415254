//! Blocks and statements.

use syn::{Expr, Stmt};

use super::closure::end_of;
use super::place::{is_place, never_owns};
use super::scope::{Ends, Exit};
use super::{BodyCx, FileCx, types};
use crate::base::{Name, Span};
use crate::ir::{BlockId, Cfg, Edition, Local, LocalKind, Operand, Place, Rvalue, Suppression, Test, TypeRef};
use crate::syntax::attributes::Attributes;
use crate::syntax::{comments, span};

/// The value that a block ends with.
#[derive(Clone, Copy)]
enum Tail<'a> {
    Expr(&'a Expr),
    Macro(&'a syn::Macro, Span),
}

impl BodyCx<'_> {
    /// A block: its value goes to `dest`.
    pub fn block(&mut self, dest: Option<&Place>, block: &syn::Block) {
        self.statements(dest, &block.stmts, span::block_end(block));
    }

    /// The statements of a block, or of a macro that stands for one.
    pub fn statements(&mut self, dest: Option<&Place>, stmts: &[Stmt], end: Span) {
        let items = stmts.iter().filter_map(|stmt| if let Stmt::Item(item) = stmt { Some(item) } else { None });
        let items = self.file.items(items);
        self.body.items.extend(items);
        let opened = self.open(Ends::Vars);
        // Values of which one is left after `cfg`: `#[cfg(unix)] { a } #[cfg(windows)] { b }`.
        let tails = stmts.iter().rev().take_while(|stmt| tail(stmt).is_some()).count();
        let conditional = stmts[stmts.len() - tails..].iter().rev().take_while(|stmt| stmt_cfg(stmt) != Cfg::True).count();
        let first_tail = stmts.len() - if conditional > 1 { conditional } else { tails.min(1) };
        let mut gated = Vec::new();
        for stmt in &stmts[..first_tail] {
            self.statement(stmt, &mut gated);
        }
        let join = self.body.block();
        let mut has_tail = false;
        for stmt in &stmts[first_tail..] {
            let Some(value) = tail(stmt) else { continue };
            let cfg = stmt_cfg(stmt);
            self.suppression(stmt);
            let next = self.body.block();
            let depth = self.body.scopes.len();
            if cfg == Cfg::True {
                has_tail = true;
            } else {
                self.switch(Test::Cfg(cfg), Exit { depth, block: next }, end);
            }
            self.tail(dest, value, end);
            self.body.goto(join, end);
            self.body.current = next;
        }
        if !has_tail {
            self.put_unit(dest, end);
            self.body.goto(join, end);
        }
        self.body.current = join;
        self.close(opened, end);
    }

    /// Statements of a macro, as if they stood in its place.
    pub fn inline_statements(&mut self, stmts: &[Stmt]) {
        let items = stmts.iter().filter_map(|stmt| if let Stmt::Item(item) = stmt { Some(item) } else { None });
        let items = self.file.items(items);
        self.body.items.extend(items);
        let mut gated = Vec::new();
        for stmt in stmts {
            self.statement(stmt, &mut gated);
        }
    }

    /// Notes a statement and what its attributes accept.
    fn suppression(&mut self, stmt: &Stmt) {
        let at = stmt_span(stmt);
        self.file.statements.push(at);
        self.file.accept(stmt_attrs(stmt), at);
    }

    fn tail(&mut self, dest: Option<&Place>, value: Tail<'_>, end: Span) {
        let lower = |this: &mut Self| match value {
            Tail::Expr(expr) => this.into(dest, expr),
            Tail::Macro(mac, at) => {
                let scope = this.body.temps;
                this.mac(dest, mac, scope, at);
            }
        };
        // From 2024 on the temporaries of a block's value end before its variables, before that with the statement around the block.
        if self.file.edition >= Edition::E2024 { self.terminating(end, lower) } else { lower(self) }
    }

    fn statement(&mut self, stmt: &Stmt, gated: &mut Vec<(Name, Local)>) {
        if matches!(stmt, Stmt::Item(_)) {
            return;
        }
        self.suppression(stmt);
        let cfg = stmt_cfg(stmt);
        if cfg == Cfg::True {
            self.plain_statement(stmt, None);
            return;
        }
        if let Stmt::Local(local) = stmt {
            self.gated_let(stmt, local, cfg, gated);
            return;
        }
        let at = stmt_span(stmt);
        let skip = self.body.block();
        let depth = self.body.scopes.len();
        self.switch(Test::Cfg(cfg), Exit { depth, block: skip }, at);
        self.plain_statement(stmt, None);
        self.body.goto_and_follow(skip, at);
    }

    /// A `let` that a `cfg` may take away.
    fn gated_let(&mut self, stmt: &Stmt, local: &syn::Local, cfg: Cfg, gated: &mut Vec<(Name, Local)>) {
        let at = stmt_span(stmt);
        let (skip, next) = (self.body.block(), self.body.block());
        let depth = self.body.scopes.len();
        // Alternatives of one variable share one local: `#[cfg(a)] let x = …; #[cfg(not(a))] let x = …;`.
        let mut found = Vec::new();
        super::pattern::collect(&local.pat, &mut found);
        let known = |name: &Name| gated.iter().find(|(known, _)| known == name).cloned();
        let shared: Option<Vec<_>> = found.iter().map(|(name, _)| known(name)).collect();
        let mut shadowed = Vec::new();
        let names = shared.filter(|shared| !shared.is_empty()).unwrap_or_else(|| {
            let before = self.body.names.clone();
            let declared = self.declare(&local.pat);
            let scope = self.body.vars;
            for (name, local) in &declared {
                self.schedule_drop(*local, scope);
                shadowed.extend(before.iter().rev().find(|(known, _)| known == name).map(|&(_, old)| (*local, old)));
            }
            self.body.names.truncate(before.len());
            gated.extend(declared.iter().cloned());
            declared
        });
        self.switch(Test::Cfg(cfg), Exit { depth, block: skip }, at);
        self.plain_statement(stmt, Some(&names));
        self.body.goto(next, at);
        // Where there is no such `let`, the name means what it meant before.
        self.body.follow(skip);
        for (local, old) in shadowed {
            self.body.assign(Place::local(local), Rvalue::Use(Operand::Use(Place::local(old))), at);
        }
        self.body.goto_and_follow(next, at);
    }

    /// A statement that exists. `declared` are the variables of a `let` that are declared already.
    fn plain_statement(&mut self, stmt: &Stmt, declared: Option<&[(Name, Local)]>) {
        let at = stmt_span(stmt);
        match stmt {
            Stmt::Local(local) => self.let_statement(local, declared, at),
            Stmt::Item(_) => {}
            Stmt::Expr(expr, semi) => {
                let valueless = semi.is_none() || never_owns(expr) && !matches!(expr, Expr::Lit(_) | Expr::Reference(_) | Expr::Cast(_));
                self.terminating(end_of(at), |this| {
                    if valueless || matches!(expr, Expr::Call(_) | Expr::MethodCall(_) | Expr::Await(_) | Expr::Macro(_) | Expr::Loop(_)) {
                        this.into(None, expr);
                    } else {
                        this.temporary(expr, TypeRef::Infer);
                    }
                });
            }
            Stmt::Macro(mac) => self.macro_statement(&mac.mac, at),
        }
    }

    fn let_statement(&mut self, local: &syn::Local, declared: Option<&[(Name, Local)]>, at: Span) {
        let (pat, ty) = match &local.pat {
            syn::Pat::Type(typed) => (&*typed.pat, types::ty(&typed.ty)),
            pat => (pat, TypeRef::Infer),
        };
        let Some(init) = &local.init else {
            if let Some(names) = declared {
                self.body.names.extend(names.iter().cloned());
            } else {
                let names = self.declare(pat);
                let scope = self.body.vars;
                for (_, local) in names {
                    self.body.declare_type(local, ty.clone());
                    self.schedule_drop(local, scope);
                }
            }
            return;
        };
        let scope = self.body.vars;
        let marks = self.mark_extended(pat, &init.expr, scope);
        match &init.diverge {
            Some((_, otherwise)) => self.let_else(pat, ty, &init.expr, otherwise, at),
            None => self.terminating(end_of(at), |this| this.let_plain(pat, ty, &init.expr, declared)),
        }
        self.unmark(&marks);
    }

    fn let_plain(&mut self, pat: &syn::Pat, ty: TypeRef, init: &Expr, declared: Option<&[(Name, Local)]>) {
        let scope = self.body.vars;
        match pat {
            syn::Pat::Ident(ident) if ident.by_ref.is_none() && ident.subpat.is_none() => {
                let name = types::name(&ident.ident);
                let known = declared.and_then(|names| names.iter().find(|(known, _)| *known == name)).map(|&(_, local)| local);
                let local = known.unwrap_or_else(|| {
                    let at = span::node(&ident.ident);
                    let local = self.body.local(LocalKind::Var, Some(name.clone()), TypeRef::Infer, at);
                    self.live(local, scope, at);
                    local
                });
                self.body.declare_type(local, ty);
                self.into(Some(&Place::local(local)), init);
                if known.is_none() && !never_owns(init) {
                    self.schedule_drop(local, scope);
                }
                self.body.names.push((name, local));
            }
            syn::Pat::Wild(wild) if is_place(init) => {
                let place = self.place(init);
                self.mention(place, span::node(&wild.underscore_token).to(span::expr(init)));
            }
            _ => {
                let place = if is_place(init) { self.place(init) } else { self.temporary(init, ty) };
                let scrutinee = place.projections.len() as u32;
                match declared {
                    Some(names) => {
                        self.body.names.extend(names.iter().cloned());
                        self.bind(pat, &place, scrutinee);
                    }
                    None => self.declare_and_bind(pat, &place, scrutinee),
                }
            }
        }
    }

    fn let_else(&mut self, pat: &syn::Pat, ty: TypeRef, init: &Expr, otherwise: &Expr, at: Span) {
        let fails = self.body.block();
        let depth = self.body.scopes.len();
        self.terminating(end_of(at), |this| {
            let place = if is_place(init) { this.place(init) } else { this.temporary(init, ty) };
            this.test(pat, &place, Exit { depth, block: fails });
            this.let_else_branch(fails, depth, otherwise, at);
            this.declare_and_bind(pat, &place, place.projections.len() as u32);
        });
    }

    /// The `else` of a `let`: it runs where the statement's temporaries are gone and nothing is bound.
    fn let_else_branch(&mut self, fails: BlockId, depth: usize, otherwise: &Expr, at: Span) {
        let matched = self.body.current;
        let suspended = self.body.scopes.split_off(depth);
        self.body.current = fails;
        self.terminating(end_of(span::expr(otherwise)), |this| this.into(None, otherwise));
        self.unreachable(at);
        self.body.scopes.extend(suspended);
        self.body.current = matched;
    }
}

impl FileCx {
    /// `#[cfg_attr(any(), must_abort::allow_hang(rule, reason = "…"))]` on a statement or arm.
    pub fn accept(&mut self, attrs: &[syn::Attribute], covers: Span) {
        if attrs.is_empty() {
            return;
        }
        for attr in Attributes::read(attrs).attrs {
            if attr.path.last().is_some_and(|last| last.name == *"allow_hang") {
                let (rules, reason) = comments::from_attribute(&attr.args);
                self.suppressions.push(Suppression { span: attr.span, covers, rules, reason });
            }
        }
    }
}

fn tail(stmt: &Stmt) -> Option<Tail<'_>> {
    match stmt {
        Stmt::Expr(expr, None) => Some(Tail::Expr(expr)),
        Stmt::Macro(mac) if mac.semi_token.is_none() => Some(Tail::Macro(&mac.mac, stmt_span(stmt))),
        _ => None,
    }
}

/// The attributes of a statement; syn hangs those of `#[a] x = y` on the `x`.
pub(super) fn stmt_attrs(stmt: &Stmt) -> &[syn::Attribute] {
    match stmt {
        Stmt::Local(local) => &local.attrs,
        Stmt::Macro(mac) => &mac.attrs,
        Stmt::Item(_) => &[],
        Stmt::Expr(expr, _) => expr_attrs(expr),
    }
}

fn expr_attrs(expr: &Expr) -> &[syn::Attribute] {
    match expr {
        Expr::Assign(e) => expr_attrs(&e.left),
        Expr::Binary(e) => expr_attrs(&e.left),
        Expr::Cast(e) => expr_attrs(&e.expr),
        Expr::Array(syn::ExprArray { attrs, .. })
        | Expr::Async(syn::ExprAsync { attrs, .. })
        | Expr::Await(syn::ExprAwait { attrs, .. })
        | Expr::Block(syn::ExprBlock { attrs, .. })
        | Expr::Break(syn::ExprBreak { attrs, .. })
        | Expr::Call(syn::ExprCall { attrs, .. })
        | Expr::Closure(syn::ExprClosure { attrs, .. })
        | Expr::Continue(syn::ExprContinue { attrs, .. })
        | Expr::Field(syn::ExprField { attrs, .. })
        | Expr::ForLoop(syn::ExprForLoop { attrs, .. })
        | Expr::If(syn::ExprIf { attrs, .. })
        | Expr::Index(syn::ExprIndex { attrs, .. })
        | Expr::Lit(syn::ExprLit { attrs, .. })
        | Expr::Loop(syn::ExprLoop { attrs, .. })
        | Expr::Macro(syn::ExprMacro { attrs, .. })
        | Expr::Match(syn::ExprMatch { attrs, .. })
        | Expr::MethodCall(syn::ExprMethodCall { attrs, .. })
        | Expr::Paren(syn::ExprParen { attrs, .. })
        | Expr::Path(syn::ExprPath { attrs, .. })
        | Expr::Reference(syn::ExprReference { attrs, .. })
        | Expr::Return(syn::ExprReturn { attrs, .. })
        | Expr::Struct(syn::ExprStruct { attrs, .. })
        | Expr::Try(syn::ExprTry { attrs, .. })
        | Expr::Tuple(syn::ExprTuple { attrs, .. })
        | Expr::Unary(syn::ExprUnary { attrs, .. })
        | Expr::Unsafe(syn::ExprUnsafe { attrs, .. })
        | Expr::While(syn::ExprWhile { attrs, .. }) => attrs,
        _ => &[],
    }
}

fn stmt_cfg(stmt: &Stmt) -> Cfg {
    let attrs = stmt_attrs(stmt);
    if attrs.is_empty() { Cfg::True } else { Attributes::read(attrs).cfg }
}

/// The bytes of a statement, its semicolon included.
pub(super) fn stmt_span(stmt: &Stmt) -> Span {
    match stmt {
        Stmt::Local(local) => span::of(local.let_token.span).to(span::node(&local.semi_token)),
        Stmt::Item(item) => span::node(item),
        Stmt::Expr(expr, semi) => semi.iter().fold(span::expr(expr), |at, semi| at.to(span::node(semi))),
        Stmt::Macro(mac) => {
            let at = span::path(&mac.mac.path).to(span::of(mac.mac.delimiter.span().close()));
            mac.semi_token.iter().fold(at, |at, semi| at.to(span::node(semi)))
        }
    }
}
