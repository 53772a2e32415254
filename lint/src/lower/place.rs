//! Places and operands of expressions.

use syn::{Expr, UnOp};

use super::extend::strip;
use super::{BodyCx, types};
use crate::ir::{Base, Const, Local, Operand, Place, Projection, Rvalue, TypeRef};
use crate::syntax::span;

impl BodyCx<'_> {
    /// The place that an expression names; of one that names none, a temporary with its value.
    pub fn place(&mut self, expr: &Expr) -> Place {
        match strip(expr) {
            Expr::Path(path) => match self.local_of(path) {
                Some(local) => Place::local(local),
                None => Place { base: Base::Path(types::qualified(path.qself.as_ref(), &path.path)), projections: Vec::new() },
            },
            Expr::Field(field) => self.place(&field.base).project(Projection::Field(super::pattern::member(&field.member))),
            Expr::Index(index) => {
                let base = self.place(&index.expr);
                let at = self.operand(&index.index);
                // `v[a..b]`; a range in a variable is taken for an index.
                let range = matches!(strip(&index.index), Expr::Range(_));
                base.project(if range { Projection::Subslice } else { Projection::Index(self.index(at, &index.index)) })
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => self.place(&unary.expr).project(Projection::Deref),
            other => self.temporary(other, TypeRef::Infer),
        }
    }

    /// The local in which an index lies, where it is a variable, a number or a text.
    fn index(&mut self, at: Operand, expr: &Expr) -> Option<Local> {
        let simple = match &at {
            Operand::Const(Const::Int(_) | Const::Str(_)) => true,
            other => other.place().is_some(),
        };
        let span = span::expr(expr);
        simple.then(|| {
            let local = self.plain_temp(span);
            self.body.assign(Place::local(local), Rvalue::Use(at), span);
            local
        })
    }

    /// A temporary with the value of an expression; its drop is scheduled where the language ends it.
    pub fn temporary(&mut self, expr: &Expr, ty: TypeRef) -> Place {
        let at = span::expr(expr);
        if never_owns(expr) {
            let local = self.plain_temp(at);
            self.body.declare_type(local, ty);
            self.into(Some(&Place::local(local)), expr);
            return Place::local(local);
        }
        let scope = self.temp_scope(expr);
        let local = self.temp(scope, at);
        self.body.declare_type(local, ty);
        self.into(Some(&Place::local(local)), expr);
        self.schedule_drop(local, scope);
        Place::local(local)
    }

    /// The variable that a path names.
    pub fn local_of(&mut self, path: &syn::ExprPath) -> Option<crate::ir::Local> {
        if path.qself.is_some() {
            return None;
        }
        let name = types::name(path.path.get_ident()?);
        self.lookup(&name)
    }

    /// The value of an expression, to be used at once: nothing that may jump or assign comes between.
    pub fn operand(&mut self, expr: &Expr) -> Operand {
        let expr = strip(expr);
        match expr {
            Expr::Lit(literal) => Operand::Const(super::expr::literal(&literal.lit)),
            Expr::Tuple(tuple) if tuple.elems.is_empty() => Operand::Const(Const::Unit),
            Expr::Path(path) => match self.local_of(path) {
                Some(local) => Operand::Use(Place::local(local)),
                None => Operand::Const(Const::Path(types::qualified(path.qself.as_ref(), &path.path))),
            },
            _ if is_place(expr) => Operand::Use(self.place(expr)),
            _ => Operand::Move(self.temporary(expr, TypeRef::Infer)),
        }
    }

    /// The value of an expression after which others are evaluated: taken out of its place now if one of those may jump or assign.
    fn early_operand(&mut self, expr: &Expr, later: &[&Expr]) -> Operand {
        let operand = self.operand(expr);
        let Operand::Use(place) = operand else { return operand };
        if later.iter().all(|later| is_straight(later)) {
            return Operand::Use(place);
        }
        let at = span::expr(expr);
        let scope = self.body.temps;
        let local = self.temp(scope, at);
        self.body.assign(Place::local(local), crate::ir::Rvalue::Use(Operand::Use(place)), at);
        self.schedule_drop(local, scope);
        Operand::Move(Place::local(local))
    }

    /// The values of expressions that are evaluated in this order and then used together.
    pub fn operands(&mut self, exprs: &[&Expr]) -> Vec<Operand> {
        let each = exprs.iter().enumerate().map(|(at, expr)| self.early_operand(expr, &exprs[at + 1..]));
        each.collect()
    }

    /// The receiver of a method call: perhaps borrowed, so a temporary keeps its drop.
    pub fn receiver(&mut self, expr: &Expr) -> Operand {
        Operand::Use(self.place(expr))
    }
}

/// Whether an expression names a place.
pub(super) fn is_place(expr: &Expr) -> bool {
    match strip(expr) {
        Expr::Path(_) | Expr::Field(_) | Expr::Index(_) => true,
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        _ => false,
    }
}

/// Whether the value can't own anything, whatever the types are.
pub(super) fn never_owns(expr: &Expr) -> bool {
    match strip(expr) {
        Expr::Lit(_) | Expr::Reference(_) | Expr::RawAddr(_) | Expr::Let(_) => true,
        Expr::Cast(cast) => is_plain_type(&cast.ty),
        Expr::Binary(binary) => {
            use syn::BinOp as B;
            matches!(binary.op, B::And(_) | B::Or(_) | B::Eq(_) | B::Ne(_) | B::Lt(_) | B::Le(_) | B::Gt(_) | B::Ge(_))
                || super::expr::is_compound(&binary.op)
        }
        Expr::Unary(unary) => matches!(&*unary.expr, Expr::Lit(_)),
        Expr::Assign(_) | Expr::While(_) | Expr::ForLoop(_) | Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
        _ => false,
    }
}

/// Primitive types by Rust's naming, pointers, references: `x as Box<dyn T>` owns.
fn is_plain_type(ty: &syn::Type) -> bool {
    match ty {
        syn::Type::Ptr(_) | syn::Type::Reference(_) | syn::Type::FnPtr(_) => true,
        syn::Type::Path(path) => path.path.get_ident().is_some_and(|name| name.to_string().starts_with(char::is_lowercase)),
        _ => false,
    }
}

/// Whether evaluating the expression neither jumps nor assigns to a variable.
fn is_straight(expr: &Expr) -> bool {
    match strip(expr) {
        Expr::Lit(_) | Expr::Path(_) | Expr::Closure(_) | Expr::Async(_) => true,
        Expr::Reference(e) => is_straight(&e.expr),
        Expr::RawAddr(e) => is_straight(&e.expr),
        Expr::Field(e) => is_straight(&e.base),
        Expr::Index(e) => is_straight(&e.expr) && is_straight(&e.index),
        Expr::Unary(e) => is_straight(&e.expr),
        Expr::Cast(e) => is_straight(&e.expr),
        Expr::Call(e) => is_straight(&e.func) && e.args.iter().all(is_straight),
        Expr::MethodCall(e) => is_straight(&e.receiver) && e.args.iter().all(is_straight),
        Expr::Tuple(e) => e.elems.iter().all(is_straight),
        Expr::Array(e) => e.elems.iter().all(is_straight),
        Expr::Struct(e) => e.fields.iter().all(|field| is_straight(&field.expr)) && e.rest.iter().all(|rest| is_straight(rest)),
        Expr::Range(e) => e.start.iter().chain(&e.end).all(|end| is_straight(end)),
        Expr::Repeat(e) => is_straight(&e.expr),
        Expr::Binary(e) => {
            use syn::BinOp as B;
            matches!(e.op, B::Add(_) | B::Sub(_) | B::Mul(_) | B::Div(_) | B::Eq(_) | B::Ne(_) | B::Lt(_) | B::Le(_) | B::Gt(_) | B::Ge(_))
                && is_straight(&e.left)
                && is_straight(&e.right)
        }
        _ => false,
    }
}
