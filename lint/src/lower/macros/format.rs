//! Formatting, logging, assertions, errors.

use proc_macro2::TokenStream;
use syn::{Expr, ExprLit, Lit};

use crate::base::{Name, Span};
use crate::ir::{BinaryOp, Callee, DropWhy, Intrinsic, Operand, Place, Rvalue, TerminatorKind, Test, TypeRef, Why};
use crate::lower::BodyCx;
use crate::lower::closure::end_of;
use crate::lower::expr::std_path;
use crate::lower::extend::strip;
use crate::lower::scope::{Exit, result_place};
use crate::syntax::attributes::split;
use crate::syntax::macros::{self, Arg};

impl BodyCx<'_> {
    /// The operands that a format macro looks at, inline captures included.
    fn format_operands(&mut self, tokens: TokenStream) -> Vec<Operand> {
        let mut operands = Vec::new();
        for arg in macros::format_args(tokens) {
            match arg {
                Arg::Value(value) => {
                    if let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = strip(&value) {
                        for name in macros::captured_names(&text.value()) {
                            operands.extend(self.lookup(&Name::new(&name)).map(|local| Operand::Use(Place::local(local))));
                        }
                    }
                    operands.extend(self.looked_at(&value));
                }
                Arg::Tokens(tokens) => operands.extend(self.mentioned(&tokens).into_iter().map(Operand::Use)),
            }
        }
        operands
    }

    /// Prints or logs.
    pub fn print(&mut self, dest: Option<&Place>, tokens: TokenStream, name_span: Span, at: Span) {
        self.formatted(tokens, TypeRef::unit(), name_span, at);
        self.put_unit(dest, at);
    }

    /// Formats into a value of a type of std.
    pub fn format_value(&mut self, dest: Option<&Place>, tokens: TokenStream, ty: &[&str], name_span: Span, at: Span) {
        let value = self.formatted(tokens, TypeRef::Path(std_path(ty, at)), name_span, at);
        self.put(dest, Rvalue::Use(Operand::Move(value)), at);
    }

    fn formatted(&mut self, tokens: TokenStream, ty: TypeRef, name_span: Span, at: Span) -> Place {
        let operands = self.format_operands(tokens);
        // Text owns nothing that matters here: no storage, no drop.
        let local = self.plain_temp(at);
        self.body.declare_type(local, ty);
        self.emit_call(Some(&Place::local(local)), Callee::Intrinsic(Intrinsic::Format), operands, name_span, at);
        Place::local(local)
    }

    /// `write!(target, …)`: formats, then calls the target's `write_fmt`.
    pub fn write_macro(&mut self, dest: Option<&Place>, tokens: TokenStream, name_span: Span, at: Span) {
        let mut parts = split(tokens).into_iter();
        let target = parts.next().and_then(|first| syn::parse2::<Expr>(first.into_iter().collect()).ok());
        let mut rest = TokenStream::new();
        for part in parts {
            rest.extend(part);
            rest.extend([proc_macro2::TokenTree::Punct(proc_macro2::Punct::new(',', proc_macro2::Spacing::Alone))]);
        }
        let Some(target) = target else { return self.opaque(dest, &rest, at) };
        let receiver = self.receiver(&target);
        let text = self.formatted(rest, TypeRef::Path(std_path(&["fmt", "Arguments"], at)), name_span, at);
        let callee = Callee::Method(Name::new("write_fmt"), Vec::new());
        self.emit_call(dest, callee, vec![receiver, Operand::Move(text)], name_span, at);
    }

    /// A panic, after its message has been computed.
    pub fn panic(&mut self, tokens: TokenStream, name_span: Span, at: Span) {
        let args = self.format_operands(tokens);
        let dest = Place::local(self.plain_temp(at));
        let callee = Callee::Intrinsic(Intrinsic::Panic);
        self.body.terminate(TerminatorKind::Call { callee, args, dest, target: None, name_span }, at);
    }

    /// `assert!(cond, message)`.
    pub fn assert_true(&mut self, dest: Option<&Place>, tokens: &TokenStream, name_span: Span, at: Span) {
        let (cond, message) = first_and_rest(tokens.clone(), 1);
        let Some([cond]) = cond.as_deref() else { return self.opaque(dest, tokens, at) };
        let fails = self.body.block();
        let depth = self.body.scopes.len();
        self.cond(cond, Exit { depth, block: fails });
        let holds = self.body.current;
        self.body.current = fails;
        self.panic(message, name_span, at);
        self.body.current = holds;
        self.put_unit(dest, at);
    }

    /// `assert_eq!(a, b, message)`, `assert_ne!`.
    pub fn assert_compare(&mut self, dest: Option<&Place>, tokens: &TokenStream, equal: bool, name_span: Span, at: Span) {
        let (values, message) = first_and_rest(tokens.clone(), 2);
        let Some([left, right]) = values.as_deref() else { return self.opaque(dest, tokens, at) };
        let result = Place::local(self.plain_temp(at));
        self.terminating(end_of(at), |this| {
            let sides = [left, right].map(|side| {
                let place = this.place(side);
                let reference = Place::local(this.plain_temp(at));
                this.body.assign(reference.clone(), Rvalue::Ref { mutable: false, place }, at);
                Operand::Move(reference)
            });
            let [left, right] = sides;
            let op = if equal { BinaryOp::Eq } else { BinaryOp::Ne };
            this.body.assign(result.clone(), Rvalue::Binary(op, left, right), at);
        });
        let fails = self.body.block();
        let depth = self.body.scopes.len();
        self.switch(Test::True(Operand::Move(result)), Exit { depth, block: fails }, at);
        let holds = self.body.current;
        self.body.current = fails;
        self.panic(message, name_span, at);
        self.body.current = holds;
        self.put_unit(dest, at);
    }

    /// An error made from a message or another error.
    pub fn made_error(&mut self, tokens: TokenStream, name_span: Span, at: Span) -> Place {
        let places = match macros::exprs(tokens.clone()).as_deref() {
            // `bail!(error)`: the error goes into the new one.
            Some([only]) if !matches!(strip(only), Expr::Lit(_)) => vec![self.place(only)],
            _ => {
                self.formatted(tokens, TypeRef::Path(std_path(&["string", "String"], at)), name_span, at);
                Vec::new()
            }
        };
        let local = self.plain_temp(name_span);
        self.body.assign(Place::local(local), Rvalue::Opaque(Why::Data, places), at);
        Place::local(local)
    }

    /// `bail!(…)`: returns `Err`.
    pub fn return_error(&mut self, tokens: TokenStream, name_span: Span, at: Span) {
        let error = self.made_error(tokens, name_span, at);
        let result = result_place();
        let callee = Callee::Path(std_path(&["result", "Result", "Err"], at));
        self.emit_call(Some(&result), callee, vec![Operand::Move(error)], name_span, at);
        self.leave_body(DropWhy::Jump, at);
    }

    /// `ensure!(cond, …)`: returns `Err` where the condition does not hold.
    pub fn ensure(&mut self, dest: Option<&Place>, tokens: &TokenStream, name_span: Span, at: Span) {
        let (cond, message) = first_and_rest(tokens.clone(), 1);
        let Some([cond]) = cond.as_deref() else { return self.opaque(dest, tokens, at) };
        let fails = self.body.block();
        let depth = self.body.scopes.len();
        self.cond(cond, Exit { depth, block: fails });
        let holds = self.body.current;
        self.body.current = fails;
        self.return_error(message, name_span, at);
        self.body.current = holds;
        self.put_unit(dest, at);
    }
}

/// The first arguments as expressions, and the tokens of the others.
fn first_and_rest(tokens: TokenStream, count: usize) -> (Option<Vec<Expr>>, TokenStream) {
    let mut parts = split_exprs(tokens, count);
    let rest = parts.split_off(count.min(parts.len())).into_iter().collect();
    let exprs = parts.into_iter().map(|part| syn::parse2::<Expr>(part).ok()).collect::<Option<Vec<_>>>();
    (exprs.filter(|exprs| exprs.len() == count), rest)
}

/// The first `count` arguments and, as the last part, all others. Commas of generics (`f::<A, B>()`) do not separate arguments, so syn looks
/// for the end of each expression.
fn split_exprs(tokens: TokenStream, count: usize) -> Vec<TokenStream> {
    use quote::ToTokens;
    use syn::parse::{ParseStream, Parser};
    let parser = |input: ParseStream<'_>| {
        let mut parts = Vec::new();
        while parts.len() < count && !input.is_empty() {
            let expr: Expr = input.parse()?;
            parts.push(expr.into_token_stream());
            let _: Option<syn::Token![,]> = input.parse()?;
        }
        parts.push(input.parse()?);
        Ok(parts)
    };
    parser.parse2(tokens).unwrap_or_default()
}
