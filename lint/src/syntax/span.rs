//! Byte spans of syn nodes.
//!
//! `syn::spanned::Spanned` prints a node into tokens to find its ends, which makes the span of each expression of a chain cost as much as the
//! chain. Here the first and the last token are found by walking down one side.

use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{Expr, Pat, Type};

use crate::base::Span;

/// The bytes of a span of this thread's current file.
pub fn of(span: proc_macro2::Span) -> Span {
    let range = span.byte_range();
    Span::new(range.start as u32, range.end as u32)
}

/// The bytes of a small node (a token, an identifier, a literal).
pub fn node(node: &impl Spanned) -> Span {
    of(node.span())
}

/// The bytes of tokens.
pub fn tokens(tokens: &TokenStream) -> Span {
    let mut all = tokens.clone().into_iter();
    let Some(first) = all.next() else { return Span::default() };
    let first = of(first.span());
    all.last().map_or(first, |last| first.to(of(last.span())))
}

/// The bytes of an expression, its attributes left out.
pub fn expr(expr: &Expr) -> Span {
    first(expr).to(last(expr))
}

/// The bytes of a block, braces included.
pub fn block(block: &syn::Block) -> Span {
    of(block.brace_token.span.join())
}

/// The closing brace of a block: where its scope ends.
pub fn block_end(block: &syn::Block) -> Span {
    of(block.brace_token.span.close())
}

/// The bytes of a path.
pub fn path(path: &syn::Path) -> Span {
    let start = path.leading_colon.map(|colons| of(colons.spans[0]));
    let mut ends = path.segments.iter().map(|segment| match &segment.arguments {
        syn::PathArguments::None => node(&segment.ident),
        syn::PathArguments::AngleBracketed(args) => node(&segment.ident).to(of(args.gt_token.spans[0])),
        syn::PathArguments::Parenthesized(args) => node(&segment.ident).to(match &args.output {
            syn::ReturnType::Default => of(args.paren_token.span.close()),
            syn::ReturnType::Type(_, ty) => node(ty),
        }),
    });
    let Some(front) = start.or_else(|| ends.next()) else { return Span::default() };
    ends.last().map_or(front, |end| front.to(end))
}

/// The bytes of a path with its `<T as Trait>`.
pub fn qualified(qself: Option<&syn::QSelf>, path: &syn::Path) -> Span {
    let inner = self::path(path);
    qself.map_or(inner, |qself| of(qself.lt_token.spans[0]).to(inner))
}

/// The bytes of a type.
pub fn ty(ty: &Type) -> Span {
    match ty {
        Type::Path(ty) => qualified(ty.qself.as_ref(), &ty.path),
        _ => node(ty),
    }
}

/// The bytes of a pattern.
pub fn pat(pat: &Pat) -> Span {
    match pat {
        Pat::Ident(pat) => node(&pat.ident),
        Pat::Wild(pat) => node(&pat.underscore_token),
        Pat::TupleStruct(pat) => qualified(pat.qself.as_ref(), &pat.path).to(of(pat.paren_token.span.close())),
        Pat::Struct(pat) => qualified(pat.qself.as_ref(), &pat.path).to(of(pat.brace_token.span.close())),
        Pat::Tuple(pat) => of(pat.paren_token.span.join()),
        Pat::Path(pat) => qualified(pat.qself.as_ref(), &pat.path),
        _ => node(pat),
    }
}

/// The first token of an expression.
fn first(expr: &Expr) -> Span {
    match expr {
        Expr::Array(e) => of(e.bracket_token.span.open()),
        Expr::Assign(e) => first(&e.left),
        Expr::Async(e) => of(e.async_token.span),
        Expr::Await(e) => first(&e.base),
        Expr::Binary(e) => first(&e.left),
        Expr::Block(e) => e.label.as_ref().map_or_else(|| of(e.block.brace_token.span.open()), |label| node(&label.name)),
        Expr::Break(e) => of(e.break_token.span),
        Expr::Call(e) => first(&e.func),
        Expr::Cast(e) => first(&e.expr),
        Expr::Closure(e) => {
            let qualifiers = [
                e.lifetimes.as_ref().map(|bound| bound.for_token.span),
                e.constness.map(|token| token.span),
                e.asyncness.map(|token| token.span),
                e.capture.map(|token| token.span),
            ];
            of(qualifiers.into_iter().flatten().next().unwrap_or(e.inputs_begin.spans[0]))
        }
        Expr::Const(e) => of(e.const_token.span),
        Expr::Continue(e) => of(e.continue_token.span),
        Expr::Field(e) => first(&e.base),
        Expr::ForLoop(e) => e.label.as_ref().map_or_else(|| of(e.for_token.span), |label| node(&label.name)),
        Expr::Group(e) => first(&e.expr),
        Expr::If(e) => of(e.if_token.span),
        Expr::Index(e) => first(&e.expr),
        Expr::Infer(e) => node(&e.underscore_token),
        Expr::Let(e) => of(e.let_token.span),
        Expr::Lit(e) => node(&e.lit),
        Expr::Loop(e) => e.label.as_ref().map_or_else(|| of(e.loop_token.span), |label| node(&label.name)),
        Expr::Macro(e) => path(&e.mac.path),
        Expr::Match(e) => of(e.match_token.span),
        Expr::MethodCall(e) => first(&e.receiver),
        Expr::Paren(e) => of(e.paren_token.span.open()),
        Expr::Path(e) => qualified(e.qself.as_ref(), &e.path),
        Expr::Range(e) => e.start.as_ref().map_or_else(|| node(&e.limits), |start| first(start)),
        Expr::RawAddr(e) => of(e.and_token.spans[0]),
        Expr::Reference(e) => of(e.and_token.spans[0]),
        Expr::Repeat(e) => of(e.bracket_token.span.open()),
        Expr::Return(e) => of(e.return_token.span),
        Expr::Struct(e) => qualified(e.qself.as_ref(), &e.path),
        Expr::Try(e) => first(&e.expr),
        Expr::TryBlock(e) => of(e.try_token.span),
        Expr::Tuple(e) => of(e.paren_token.span.open()),
        Expr::Unary(e) => node(&e.op),
        Expr::Unsafe(e) => of(e.unsafe_token.span),
        Expr::Verbatim(stream) => tokens(stream),
        Expr::While(e) => e.label.as_ref().map_or_else(|| of(e.while_token.span), |label| node(&label.name)),
        Expr::Yield(e) => of(e.yield_token.span),
        other => node(other),
    }
}

/// The last token of an expression.
fn last(expr: &Expr) -> Span {
    match expr {
        Expr::Array(e) => of(e.bracket_token.span.close()),
        Expr::Assign(e) => last(&e.right),
        Expr::Async(e) => block_end(&e.block),
        Expr::Await(e) => of(e.await_token.span),
        Expr::Binary(e) => last(&e.right),
        Expr::Block(e) => block_end(&e.block),
        Expr::Break(e) => match (&e.expr, &e.label) {
            (Some(value), _) => last(value),
            (None, Some(label)) => node(label),
            (None, None) => of(e.break_token.span),
        },
        Expr::Call(e) => of(e.paren_token.span.close()),
        Expr::Cast(e) => ty(&e.ty),
        Expr::Closure(e) => last(&e.body),
        Expr::Const(e) => block_end(&e.block),
        Expr::Continue(e) => e.label.as_ref().map_or_else(|| of(e.continue_token.span), node),
        Expr::Field(e) => node(&e.member),
        Expr::ForLoop(e) => block_end(&e.body),
        Expr::Group(e) => last(&e.expr),
        Expr::If(e) => e.else_branch.as_ref().map_or_else(|| block_end(&e.then_branch), |(_, branch)| last(branch)),
        Expr::Index(e) => of(e.bracket_token.span.close()),
        Expr::Let(e) => last(&e.expr),
        Expr::Loop(e) => block_end(&e.body),
        Expr::Macro(e) => of(e.mac.delimiter.span().close()),
        Expr::Match(e) => of(e.brace_token.span.close()),
        Expr::MethodCall(e) => of(e.paren_token.span.close()),
        Expr::Paren(e) => of(e.paren_token.span.close()),
        Expr::Range(e) => e.end.as_ref().map_or_else(|| node(&e.limits), |end| last(end)),
        Expr::RawAddr(e) => last(&e.expr),
        Expr::Reference(e) => last(&e.expr),
        Expr::Repeat(e) => of(e.bracket_token.span.close()),
        Expr::Return(e) => e.expr.as_ref().map_or_else(|| of(e.return_token.span), |value| last(value)),
        Expr::Struct(e) => of(e.brace_token.span.close()),
        Expr::Try(e) => node(&e.question_token),
        Expr::TryBlock(e) => block_end(&e.block),
        Expr::Tuple(e) => of(e.paren_token.span.close()),
        Expr::Unary(e) => last(&e.expr),
        Expr::Unsafe(e) => block_end(&e.block),
        Expr::While(e) => block_end(&e.body),
        Expr::Yield(e) => e.expr.as_ref().map_or_else(|| of(e.yield_token.span), |value| last(value)),
        other => first(other),
    }
}
