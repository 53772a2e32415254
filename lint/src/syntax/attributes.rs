//! Attributes: `cfg` conditions, derives, and everything else as a path with arguments.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Attribute, Meta};

use super::span;
use crate::base::{Name, Span};
use crate::ir::{Attr, AttrArg, Cfg, Path, Segment};

/// What the attributes of one item, statement or expression say.
#[derive(Clone, Debug, Default)]
pub struct Attributes {
    /// When it exists.
    pub cfg: Cfg,
    /// Everything that is not listed below and may matter.
    pub attrs: Vec<Attr>,
    /// `#[derive(…)]`.
    pub derives: Vec<Path>,
    /// `#[path = "…"]`, each with the condition under which it is there.
    pub paths: Vec<(Cfg, String)>,
}

impl Attributes {
    /// Reads the attributes.
    pub fn read(attrs: &[Attribute]) -> Self {
        let mut found = Self::default();
        for attr in attrs {
            found.add(&attr.meta, span::of(attr.pound_token.spans[0]).to(span::of(attr.bracket_token.span.close())), &Cfg::True);
        }
        found
    }

    /// Whether one of them has this last name.
    pub fn has(&self, name: &str) -> bool {
        self.attrs.iter().any(|attr| attr.path.last().is_some_and(|last| last.name == *name))
    }

    fn add(&mut self, meta: &Meta, at: Span, under: &Cfg) {
        let path = plain_path(meta.path());
        let name = path.as_ident().map_or("", Name::as_str);
        match (name, meta) {
            ("doc" | "allow" | "warn" | "deny" | "expect" | "forbid" | "inline" | "cold" | "rustfmt" | "clippy", _) => {}
            ("cfg", Meta::List(list)) => {
                let condition = cfg(list.tokens.clone());
                let condition = match under {
                    Cfg::True => condition,
                    under => Cfg::Any(vec![Cfg::Not(Box::new(under.clone())), condition]),
                };
                self.cfg = both(std::mem::take(&mut self.cfg), condition);
            }
            ("cfg_attr", Meta::List(list)) => {
                let mut parts = split(list.tokens.clone()).into_iter();
                let condition = both(under.clone(), parts.next().map_or(Cfg::True, |first| cfg(first.into_iter().collect())));
                for part in parts {
                    if let Ok(inner) = syn::parse2::<Meta>(part.into_iter().collect()) {
                        self.add(&inner, at, &condition);
                    }
                }
            }
            ("derive", Meta::List(list)) => {
                let parts = split(list.tokens.clone()).into_iter();
                let paths = parts.filter_map(|part| syn::parse2::<syn::Path>(part.into_iter().collect()).ok());
                self.derives.extend(paths.map(|path| plain_path(&path)));
            }
            ("path", Meta::NameValue(pair)) => self.paths.extend(string(&pair.value).map(|path| (under.clone(), path))),
            (_, meta) => {
                let args = match meta {
                    Meta::Path(_) => Vec::new(),
                    Meta::List(list) => args(list.tokens.clone()),
                    Meta::NameValue(pair) => vec![AttrArg::Word(string(&pair.value).unwrap_or_else(|| squeeze_tokens(&pair.value)))],
                };
                self.attrs.push(Attr { path, args, span: at, cfg: under.clone() });
            }
        }
    }
}

/// Both conditions.
pub fn both(one: Cfg, other: Cfg) -> Cfg {
    match (one, other) {
        (Cfg::True, only) | (only, Cfg::True) => only,
        (Cfg::All(mut all), other) => {
            all.push(other);
            Cfg::All(all)
        }
        (one, other) => Cfg::All(vec![one, other]),
    }
}

/// The condition of a `cfg(…)`. One that can't be read never holds.
pub fn cfg(tokens: TokenStream) -> Cfg {
    let tokens: Vec<_> = tokens.into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(word)] if word == "true" => Cfg::True,
        [TokenTree::Ident(word)] => match word.to_string().as_str() {
            "false" => Cfg::Any(Vec::new()),
            word => Cfg::Is(Name::new(word), None),
        },
        [TokenTree::Ident(word), TokenTree::Punct(eq), TokenTree::Literal(value)] if eq.as_char() == '=' => {
            let value = syn::parse_str::<syn::LitStr>(&value.to_string()).map_or_else(|_| value.to_string(), |value| value.value());
            Cfg::Is(Name::new(&word.to_string()), Some(value))
        }
        [TokenTree::Ident(word), TokenTree::Group(group)] => {
            let mut inner = split(group.stream()).into_iter().map(|part| cfg(part.into_iter().collect()));
            match word.to_string().as_str() {
                "all" => Cfg::All(inner.collect()),
                "any" => Cfg::Any(inner.collect()),
                "not" => inner.next().map_or(Cfg::Any(Vec::new()), |inner| Cfg::Not(Box::new(inner))),
                // `target(os = "linux")`, `version("1.80")` and the like.
                _ => Cfg::Any(Vec::new()),
            }
        }
        _ => Cfg::Any(Vec::new()),
    }
}

/// A path's names.
fn plain_path(path: &syn::Path) -> Path {
    Path {
        global: path.leading_colon.is_some(),
        qself: None,
        segments: path.segments.iter().map(|segment| Segment::plain(Name::new(&segment.ident.to_string()))).collect(),
        span: span::path(path),
    }
}

fn string(value: &syn::Expr) -> Option<String> {
    match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}

fn squeeze_tokens(node: &impl quote::ToTokens) -> String {
    squeeze(&node.to_token_stream().into_iter().collect::<Vec<_>>())
}

/// Tokens as text without blanks: `self.inner`, `a::b`. A lone string is its value.
fn squeeze(tokens: &[TokenTree]) -> String {
    if let [TokenTree::Literal(only)] = tokens
        && let Ok(text) = syn::parse_str::<syn::LitStr>(&only.to_string())
    {
        return text.value();
    }
    tokens.iter().map(ToString::to_string).collect()
}

/// The arguments in an attribute's parentheses.
pub fn args(tokens: TokenStream) -> Vec<AttrArg> {
    let mut found = Vec::new();
    for part in split(tokens) {
        match part.as_slice() {
            [] => {}
            [TokenTree::Ident(name), TokenTree::Punct(eq), value @ ..] if eq.as_char() == '=' => {
                found.push(AttrArg::Pair(Name::new(&name.to_string()), squeeze(value)));
            }
            [TokenTree::Ident(name), TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
                found.push(AttrArg::List(Name::new(&name.to_string()), args(group.stream())));
            }
            words => found.push(AttrArg::Word(squeeze(words))),
        }
    }
    found
}

/// Splits at the commas of the top level; a trailing comma makes no empty part.
pub fn split(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match (&token, parts.last_mut()) {
            (TokenTree::Punct(comma), _) if comma.as_char() == ',' => parts.push(Vec::new()),
            (_, Some(part)) => part.push(token),
            (_, None) => {}
        }
    }
    if parts.last().is_some_and(Vec::is_empty) {
        parts.pop();
    }
    parts
}
