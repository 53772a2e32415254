//! Arguments as they are written: places and words, settings. Nothing here knows what an attribute accepts.
//!
//! Each argument is parsed on its own, so a broken one does not hide the errors of the others.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Error, Expr, Lit, Member, Token};

/// One argument between two commas.
pub(crate) enum Arg {
    /// `self`, `x`, `self.inner`, or a word such as `deadline`.
    Place(Place),
    /// `name = value`.
    Setting { name: Ident, value: Value },
}

/// `base.field.field`.
pub(crate) struct Place {
    pub(crate) base: Ident,
    /// The fields, as they would be printed.
    pub(crate) fields: Vec<String>,
}

impl Place {
    /// The single name that the place is, if it has no fields.
    pub(crate) fn as_word(&self) -> Option<&Ident> {
        self.fields.is_empty().then_some(&self.base)
    }
}

/// The right side of a setting.
pub(crate) struct Value {
    pub(crate) span: Span,
    pub(crate) kind: ValueKind,
}

/// What a setting may be set to.
pub(crate) enum ValueKind {
    Str(String),
    Int(Option<usize>),
    Name(Ident),
}

/// Parses all arguments; what cannot be read becomes an error and is left out.
pub(crate) fn parse_args(args: TokenStream, errors: &mut Vec<Error>) -> Vec<Arg> {
    let mut parsed = Vec::new();
    let mut chunk = TokenStream::new();
    let mut finish = |chunk: TokenStream, errors: &mut Vec<Error>| match syn::parse2::<Arg>(chunk) {
        Ok(arg) => parsed.push(arg),
        Err(error) => errors.push(error),
    };
    for token in args {
        match token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => {
                if chunk.is_empty() {
                    errors.push(Error::new(comma.span(), "expected an argument before this comma"));
                } else {
                    finish(std::mem::take(&mut chunk), errors);
                }
            }
            other => chunk.extend([other]),
        }
    }
    if !chunk.is_empty() {
        finish(chunk, errors);
    }
    parsed
}

impl Parse for Arg {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        if input.peek(Ident::peek_any) && input.peek2(Token![=]) {
            let name = input.call(Ident::parse_any)?;
            input.parse::<Token![=]>()?;
            if input.is_empty() {
                return Err(Error::new(name.span(), format!("`{name}` has no value")));
            }
            return Ok(Self::Setting { name, value: input.parse()? });
        }
        let expr: Expr = input.parse()?;
        place_of(&expr).map(Self::Place)
    }
}

impl Parse for Value {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let expr: Expr = input.parse()?;
        let span = span_of(&expr);
        let kind = match &expr {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(ValueKind::Str(text.value())),
                Lit::Int(number) => Some(ValueKind::Int(number.base10_parse().ok())),
                _ => None,
            },
            Expr::Path(path) => path.path.get_ident().cloned().map(ValueKind::Name),
            _ => None,
        };
        match kind {
            Some(kind) => Ok(Self { span, kind }),
            None => Err(Error::new_spanned(&expr, "expected a string, a whole number or a parameter")),
        }
    }
}

fn span_of(expr: &Expr) -> Span {
    syn::spanned::Spanned::span(expr)
}

fn place_of(expr: &Expr) -> syn::Result<Place> {
    match expr {
        Expr::Path(path) if path.attrs.is_empty() && path.qself.is_none() => match path.path.get_ident() {
            Some(base) => Ok(Place { base: base.clone(), fields: Vec::new() }),
            None => Err(not_a_place(expr)),
        },
        Expr::Field(field) if field.attrs.is_empty() => {
            let mut place = place_of(&field.base)?;
            place.fields.push(match &field.member {
                Member::Named(name) => name.to_string(),
                Member::Unnamed(index) => index.index.to_string(),
            });
            Ok(place)
        }
        other => Err(not_a_place(other)),
    }
}

fn not_a_place(expr: &Expr) -> Error {
    Error::new_spanned(expr, "expected a name, a field such as `self.inner`, or `name = value`")
}
