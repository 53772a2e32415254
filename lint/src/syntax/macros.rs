//! The grammars of known macros: `select!` in its three dialects, `cfg_if!`, argument lists with names and sigils.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Expr, Pat, Token, token};

use super::attributes::split;

/// A `select!`.
#[derive(Clone)]
pub struct Select {
    /// Which macro it is.
    pub dialect: Dialect,
    /// Its arms in order.
    pub arms: Vec<Arm>,
    /// `else => …`, `complete => …`.
    pub otherwise: Option<Expr>,
}

/// Which `select!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// `pat = future, if cond => handler`; the other futures are dropped before the handler.
    Tokio,
    /// `pat = future => handler`; a future that is named is polled where it is.
    Futures,
    /// `recv(rx) -> pat => handler`; parks the thread.
    Crossbeam,
}

/// An arm of a `select!`.
#[derive(Clone)]
pub struct Arm {
    /// What it waits for.
    pub op: Op,
    /// What the result is matched with.
    pub pat: Option<Pat>,
    /// `, if cond`.
    pub cond: Option<Expr>,
    /// What runs then.
    pub handler: Expr,
}

/// What an arm waits for.
#[derive(Clone)]
pub enum Op {
    /// A future.
    Future(Box<Expr>),
    /// `recv(rx)`.
    Recv(Box<Expr>),
    /// `send(tx, value)`.
    Send(Box<Expr>, Box<Expr>),
    /// `default`, `default(timeout)`.
    Default(Option<Box<Expr>>),
}

impl Select {
    /// Parses the tokens of a `select!`. Syntax that only one dialect has decides; else it is tokio's, or futures' if `futures` says so.
    pub fn parse(tokens: TokenStream, futures: bool) -> syn::Result<Self> {
        (|input: ParseStream<'_>| Self::arms(input, futures)).parse2(tokens)
    }

    fn arms(input: ParseStream<'_>, futures: bool) -> syn::Result<Self> {
        let mut select = Self { dialect: if futures { Dialect::Futures } else { Dialect::Tokio }, arms: Vec::new(), otherwise: None };
        let word = |input: ParseStream<'_>| input.fork().parse::<syn::Ident>().map(|word| word.to_string()).unwrap_or_default();
        if word(input) == "biased" && input.peek2(Token![;]) {
            input.parse::<syn::Ident>()?;
            input.parse::<Token![;]>()?;
            select.dialect = Dialect::Tokio;
        }
        while !input.is_empty() {
            if input.peek(Token![else]) {
                input.parse::<Token![else]>()?;
                select.dialect = Dialect::Tokio;
                select.otherwise = Some(handler(input)?);
                continue;
            }
            let next = word(input);
            if next == "complete" && input.peek2(Token![=>]) {
                input.parse::<syn::Ident>()?;
                select.dialect = Dialect::Futures;
                select.otherwise = Some(handler(input)?);
                continue;
            }
            if next == "default" && (input.peek2(Token![=>]) || input.peek2(token::Paren)) {
                input.parse::<syn::Ident>()?;
                let timeout = if input.peek(token::Paren) {
                    select.dialect = Dialect::Crossbeam;
                    let inner;
                    syn::parenthesized!(inner in input);
                    Some(inner.parse()?)
                } else {
                    if select.dialect == Dialect::Tokio {
                        select.dialect = Dialect::Futures;
                    }
                    None
                };
                select.arms.push(Arm { op: Op::Default(timeout), pat: None, cond: None, handler: handler(input)? });
                continue;
            }
            if (next == "recv" || next == "send") && input.peek2(token::Paren) && !pattern_follows(input) {
                select.dialect = Dialect::Crossbeam;
                select.arms.push(crossbeam_arm(input)?);
                continue;
            }
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            input.parse::<Token![=]>()?;
            let future = input.parse()?;
            let cond = if input.peek(Token![,]) && input.peek2(Token![if]) {
                input.parse::<Token![,]>()?;
                input.parse::<Token![if]>()?;
                select.dialect = Dialect::Tokio;
                Some(input.parse()?)
            } else {
                None
            };
            select.arms.push(Arm { op: Op::Future(future), pat: Some(pat), cond, handler: handler(input)? });
        }
        Ok(select)
    }
}

/// Whether `recv(…) = …` follows, which would be a pattern.
fn pattern_follows(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<syn::Ident>().is_ok() && ahead.parse::<TokenTree>().is_ok() && ahead.peek(Token![=]) && !ahead.peek(Token![=>])
}

fn crossbeam_arm(input: ParseStream<'_>) -> syn::Result<Arm> {
    let name: syn::Ident = input.parse()?;
    let inner;
    syn::parenthesized!(inner in input);
    let op = if name == "recv" {
        Op::Recv(inner.parse()?)
    } else {
        let to = inner.parse()?;
        inner.parse::<Token![,]>()?;
        Op::Send(to, inner.parse()?)
    };
    let _: Option<Token![,]> = inner.parse()?;
    let pat = if input.peek(Token![->]) {
        input.parse::<Token![->]>()?;
        Some(Pat::parse_multi_with_leading_vert(input)?)
    } else {
        None
    };
    Ok(Arm { op, pat, cond: None, handler: handler(input)? })
}

fn handler(input: ParseStream<'_>) -> syn::Result<Expr> {
    input.parse::<Token![=>]>()?;
    let handler = Expr::parse_with_earlier_boundary_rule(input)?;
    let _: Option<Token![,]> = input.parse()?;
    Ok(handler)
}

/// The branches of a `cfg_if!`: the condition's tokens (none for `else`) and the content.
pub fn cfg_if(tokens: TokenStream) -> Vec<(Option<TokenStream>, TokenStream)> {
    let mut branches = Vec::new();
    let mut condition = None;
    for token in tokens {
        let TokenTree::Group(group) = token else { continue };
        match group.delimiter() {
            // `#[cfg(…)]`
            Delimiter::Bracket => {
                condition = group.stream().into_iter().find_map(|token| match token {
                    TokenTree::Group(inner) => Some(inner.stream()),
                    _ => None,
                });
            }
            Delimiter::Brace => branches.push((condition.take(), group.stream())),
            _ => {}
        }
    }
    branches
}

/// An argument of a formatting or logging macro.
#[derive(Clone)]
pub enum Arg {
    /// A value.
    Value(Box<Expr>),
    /// Tokens that are no expression.
    Tokens(TokenStream),
}

/// The arguments of a formatting or logging macro. `name = value`, `target: value`, `%value` and `?value` are their values.
pub fn format_args(tokens: TokenStream) -> Vec<Arg> {
    // tracing: `{ field = value }, "message"`.
    let parts = split(tokens).into_iter().flat_map(|part| match part.as_slice() {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Brace => split(group.stream()),
        _ => vec![part],
    });
    parts.map(format_arg).collect()
}

fn format_arg(part: Vec<TokenTree>) -> Arg {
    let is = |token: Option<&TokenTree>, wanted: char| matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted);
    let mut start = 0;
    // `a.b = value`, `"quoted" = value`
    let mut at = 1;
    while is(part.get(at), '.') {
        at += 2;
    }
    if is(part.get(at), '=') && !is(part.get(at + 1), '=') && !is(part.get(at + 1), '>') {
        start = at + 1;
    } else if matches!(part.first(), Some(TokenTree::Ident(_))) && is(part.get(1), ':') && !is(part.get(2), ':') {
        start = 2;
    }
    if is(part.get(start), '%') || is(part.get(start), '?') {
        start += 1;
    }
    let rest: TokenStream = part.into_iter().skip(start).collect();
    match syn::parse2(rest.clone()) {
        Ok(value) => Arg::Value(Box::new(value)),
        Err(_) => Arg::Tokens(rest),
    }
}

/// The names that a format string captures: `{name}`, `{name:?}`, `{0:width$}`.
pub fn captured_names(format: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = format;
    while let Some(open) = rest.find('{') {
        rest = &rest[open + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
            continue;
        }
        let Some(close) = rest.find('}') else { break };
        let (name, spec) = rest[..close].split_once(':').unwrap_or((&rest[..close], ""));
        let widths = spec.split(['.', '<', '>', '^', '+', '#']).filter_map(|part| part.strip_suffix('?').unwrap_or(part).strip_suffix('$'));
        for name in std::iter::once(name.trim()).chain(widths) {
            let begins = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
            if begins && name.chars().all(|char| char.is_alphanumeric() || char == '_') {
                found.push(name.to_owned());
            }
        }
        rest = &rest[close + 1..];
    }
    found
}

/// Comma-separated expressions, if the tokens are that.
pub fn exprs(tokens: TokenStream) -> Option<Vec<Expr>> {
    let parser = syn::punctuated::Punctuated::<Expr, Token![,]>::parse_terminated;
    parser.parse2(tokens).ok().map(|all| all.into_iter().collect())
}

/// `value; count` of an array macro.
pub fn repeat(tokens: TokenStream) -> Option<(Expr, Expr)> {
    let parser = |input: ParseStream<'_>| {
        let value = input.parse()?;
        input.parse::<Token![;]>()?;
        Ok((value, input.parse()?))
    };
    parser.parse2(tokens).ok()
}

/// `expr, pattern if guard` of `matches!`.
pub fn matches(tokens: TokenStream) -> Option<(Expr, Pat, Option<Expr>)> {
    let parser = |input: ParseStream<'_>| {
        let value = input.parse()?;
        input.parse::<Token![,]>()?;
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            input.parse::<Token![if]>()?;
            Some(input.parse()?)
        } else {
            None
        };
        let _: Option<Token![,]> = input.parse()?;
        Ok((value, pat, guard))
    };
    parser.parse2(tokens).ok()
}

/// Items, if the tokens are some.
pub fn items(tokens: TokenStream) -> Option<Vec<syn::Item>> {
    let file: syn::File = syn::parse2(tokens).ok()?;
    let understood = |item: &syn::Item| !matches!(item, syn::Item::Verbatim(_));
    (!file.items.is_empty() && file.items.iter().all(understood)).then_some(file.items)
}

/// Statements, if the tokens are some.
pub fn stmts(tokens: TokenStream) -> Option<Vec<syn::Stmt>> {
    syn::Block::parse_within.parse2(tokens).ok()
}

/// The functions, types and constants of an impl, if the tokens are some.
pub fn impl_items(tokens: TokenStream) -> Option<Vec<syn::ImplItem>> {
    let parser = |input: ParseStream<'_>| {
        let mut found = Vec::new();
        while !input.is_empty() {
            found.push(input.parse()?);
        }
        Ok(found)
    };
    parser.parse2(tokens).ok().filter(|found: &Vec<syn::ImplItem>| !found.is_empty())
}

/// A static of `thread_local!` or `lazy_static!`.
#[derive(Clone)]
pub struct LazyStatic {
    /// Its attributes.
    pub attrs: Vec<syn::Attribute>,
    /// Who may name it.
    pub vis: syn::Visibility,
    /// Its name.
    pub ident: syn::Ident,
    /// Its type.
    pub ty: syn::Type,
    /// What computes it.
    pub init: Expr,
}

/// `static NAME: T = init;`, also with `const { init }`, `static ref`, and the last semicolon left out.
pub fn lazy_statics(tokens: TokenStream) -> Option<Vec<LazyStatic>> {
    let parser = |input: ParseStream<'_>| {
        let mut found = Vec::new();
        while !input.is_empty() {
            found.push(LazyStatic::parse(input)?);
        }
        Ok(found)
    };
    parser.parse2(tokens).ok()
}

impl Parse for LazyStatic {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(syn::Attribute::parse_outer)?;
        let vis = input.parse()?;
        input.parse::<Token![static]>()?;
        let _: Option<Token![ref]> = input.parse()?;
        let ident = input.parse()?;
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        input.parse::<Token![=]>()?;
        let init = input.parse()?;
        let _: Option<Token![;]> = input.parse()?;
        Ok(Self { attrs, vis, ident, ty, init })
    }
}
