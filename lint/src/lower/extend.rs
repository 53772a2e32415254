//! Which temporaries of a `let` initialiser live as long as the variable.
//!
//! The rules are syntactic: `&temporary()`, also inside a struct, tuple, array, constructor call, cast, block, `if` or `match` that is the
//! initialiser, and anything under a `ref` binding.

use syn::{Expr, Pat, Stmt};

use super::BodyCx;

impl BodyCx<'_> {
    /// Marks what `let pat = init` extends to `scope`. Returns the marks for [`BodyCx::unmark`].
    pub fn mark_extended(&mut self, pat: &Pat, init: &Expr, scope: usize) -> Vec<usize> {
        let mut found = Vec::new();
        if has_ref_binding(pat) {
            extend_base(init, &mut found);
        }
        extending(init, &mut found);
        self.body.extended.extend(found.iter().map(|&at| (at, scope)));
        found
    }

    /// Forgets marks: an address may come back in a tree that is parsed later.
    pub fn unmark(&mut self, marks: &[usize]) {
        for mark in marks {
            self.body.extended.remove(mark);
        }
    }

    /// The scope in which the temporary of this expression ends.
    pub fn temp_scope(&self, expr: &Expr) -> usize {
        self.body.extended.get(&key(expr)).copied().unwrap_or(self.body.temps)
    }
}

fn key(expr: &Expr) -> usize {
    std::ptr::from_ref(strip(expr)).addr()
}

/// The expression without parentheses.
pub(super) fn strip(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(inner) => strip(&inner.expr),
        Expr::Group(inner) => strip(&inner.expr),
        other => other,
    }
}

/// An expression whose `&` operands are extended.
fn extending(expr: &Expr, found: &mut Vec<usize>) {
    match expr {
        Expr::Paren(inner) => extending(&inner.expr, found),
        Expr::Group(inner) => extending(&inner.expr, found),
        Expr::Reference(reference) => {
            extending(&reference.expr, found);
            extend_base(&reference.expr, found);
        }
        Expr::RawAddr(reference) => {
            extending(&reference.expr, found);
            extend_base(&reference.expr, found);
        }
        Expr::Struct(literal) => literal.fields.iter().for_each(|field| extending(&field.expr, found)),
        Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| extending(elem, found)),
        Expr::Array(array) => array.elems.iter().for_each(|elem| extending(elem, found)),
        Expr::Cast(cast) => extending(&cast.expr, found),
        Expr::Call(call) if is_constructor(&call.func) => call.args.iter().for_each(|arg| extending(arg, found)),
        Expr::Block(block) => extending_tail(&block.block, found),
        Expr::Unsafe(block) => extending_tail(&block.block, found),
        Expr::If(branch) => {
            extending_tail(&branch.then_branch, found);
            if let Some((_, otherwise)) = &branch.else_branch {
                extending(otherwise, found);
            }
        }
        // What a macro keeps alive for its value: `pin!(future)`.
        Expr::Macro(mac) if mac.mac.path.segments.last().is_some_and(|last| last.ident == "pin") => found.push(key(expr)),
        Expr::Match(matched) => matched.arms.iter().for_each(|arm| extending(&arm.body, found)),
        _ => {}
    }
}

fn extending_tail(block: &syn::Block, found: &mut Vec<usize>) {
    if let Some(Stmt::Expr(tail, None)) = block.stmts.last() {
        extending(tail, found);
    }
}

/// Tuple constructors by Rust's naming: `Some(&temporary())`.
fn is_constructor(func: &Expr) -> bool {
    let Expr::Path(path) = strip(func) else { return false };
    path.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
}

/// The operand of `&`: its value, and what it is a part of.
fn extend_base(expr: &Expr, found: &mut Vec<usize>) {
    let expr = strip(expr);
    found.push(key(expr));
    match expr {
        Expr::Reference(inner) => extend_base(&inner.expr, found),
        Expr::RawAddr(inner) => extend_base(&inner.expr, found),
        Expr::Unary(inner) if matches!(inner.op, syn::UnOp::Deref(_)) => extend_base(&inner.expr, found),
        Expr::Field(inner) => extend_base(&inner.base, found),
        Expr::Index(inner) => extend_base(&inner.expr, found),
        _ => {}
    }
}

fn has_ref_binding(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => ident.by_ref.is_some() || ident.subpat.as_ref().is_some_and(|(_, sub)| has_ref_binding(sub)),
        Pat::Struct(fields) => fields.fields.iter().any(|field| has_ref_binding(&field.pat)),
        Pat::TupleStruct(tuple) => tuple.elems.iter().any(has_ref_binding),
        Pat::Tuple(tuple) => tuple.elems.iter().any(has_ref_binding),
        Pat::Slice(slice) => slice.elems.iter().any(has_ref_binding),
        Pat::Or(or) => or.cases.iter().any(has_ref_binding),
        Pat::Paren(paren) => has_ref_binding(&paren.pat),
        Pat::Type(typed) => has_ref_binding(&typed.pat),
        _ => false,
    }
}
