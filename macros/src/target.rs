//! What an attribute stands on, read from as few tokens as it takes: the item itself goes through untouched, so syntax
//! that is newer than this crate does no harm.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, FnArg, Ident, LitStr, ReturnType, Signature, Token, Type, Visibility};

/// The item under an attribute.
pub(crate) struct Target {
    pub(crate) kind: Kind,
    /// The keyword that makes it what it is.
    pub(crate) span: Span,
    /// Whether it has `#[must_use]`, or might have under some `cfg_attr`.
    pub(crate) must_use: bool,
}

/// What kind of item it is.
pub(crate) enum Kind {
    Struct,
    Enum,
    Union,
    Trait,
    TypeAlias,
    Fn(Params),
    Other(&'static str),
}

/// The names that the arguments of an attribute on a function may start with.
pub(crate) struct Params {
    pub(crate) has_self: bool,
    pub(crate) names: Vec<Ident>,
    /// The number of components if the result is written as a tuple.
    pub(crate) tuple: Option<usize>,
}

impl Kind {
    /// How an error names it.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Struct => "a struct",
            Self::Enum => "an enum",
            Self::Union => "a union",
            Self::Trait => "a trait",
            Self::TypeAlias => "a type alias",
            Self::Fn(_) => "a function",
            Self::Other(name) => name,
        }
    }
}

impl Target {
    /// Reads the head of an item. `None`: it is not Rust that this crate knows, and rustc will say what it thinks.
    pub(crate) fn of(item: TokenStream) -> Option<Self> {
        let read = |input: ParseStream| {
            let target = Self::read(input);
            // The rest is of no interest, but a parser must reach the end.
            input.parse::<TokenStream>()?;
            target
        };
        read.parse2(item).ok()
    }

    fn read(input: ParseStream) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let must_use = attrs.iter().any(mentions_must_use);
        input.parse::<Visibility>()?;
        loop {
            let span = input.span();
            let kind = if input.peek(Token![fn]) {
                Some(Kind::Fn(Params::of(&input.parse()?)))
            } else if input.peek(Token![struct]) {
                Some(Kind::Struct)
            } else if input.peek(Token![enum]) {
                Some(Kind::Enum)
            } else if input.peek(Token![trait]) {
                Some(Kind::Trait)
            } else if input.peek(Token![type]) {
                Some(Kind::TypeAlias)
            } else if input.peek(Token![union]) && input.peek2(Ident) {
                Some(Kind::Union)
            } else if input.peek(Token![const]) && !is_qualifier_of_fn(input) {
                Some(Kind::Other("a constant"))
            } else {
                None
            };
            if let Some(kind) = kind {
                return Ok(Self { kind, span, must_use });
            }
            if !skip_qualifier(input)? {
                return Ok(Self { kind: Kind::Other(other_name(input)), span, must_use });
            }
        }
    }
}

/// `const` starts a function's qualifiers, not a constant.
fn is_qualifier_of_fn(input: ParseStream) -> bool {
    input.peek2(Token![fn])
        || input.peek2(Token![async])
        || input.peek2(Token![unsafe])
        || input.peek2(Token![extern])
        || input.peek2(Token![trait])
}

/// Steps over one word that may stand before `fn`, `trait` and the like.
fn skip_qualifier(input: ParseStream) -> syn::Result<bool> {
    if input.peek(Token![extern]) && (input.peek2(Token![crate]) || input.peek2(syn::token::Brace)) {
        return Ok(false);
    }
    if input.peek(LitStr) {
        input.parse::<TokenTree>()?;
        return Ok(true);
    }
    let ahead = input.fork();
    let Ok(TokenTree::Ident(word)) = ahead.parse::<TokenTree>() else {
        return Ok(false);
    };
    let known = ["async", "auto", "const", "default", "extern", "final", "safe", "unsafe"];
    let skipped = known.iter().any(|name| word == name);
    if skipped {
        input.parse::<TokenTree>()?;
    }
    Ok(skipped)
}

fn other_name(input: ParseStream) -> &'static str {
    if input.peek(Token![impl]) {
        "an impl"
    } else if input.peek(Token![mod]) {
        "a module"
    } else if input.peek(Token![static]) {
        "a static"
    } else if input.peek(Token![use]) {
        "an import"
    } else {
        "something else"
    }
}

fn mentions_must_use(attr: &Attribute) -> bool {
    let path = attr.path();
    path.is_ident("must_use") || (path.is_ident("cfg_attr") && names(attr.meta.to_token_stream()).iter().any(|name| name == "must_use"))
}

impl Params {
    fn of(sig: &Signature) -> Self {
        let mut has_self = false;
        let mut found = Vec::new();
        for input in &sig.inputs {
            match input {
                FnArg::Receiver(_) => has_self = true,
                // A pattern may bind several names; the words in it that bind nothing do no harm here.
                FnArg::Typed(param) => found.extend(names(param.pat.to_token_stream())),
            }
        }
        let tuple = match &sig.output {
            ReturnType::Type(_, ty) => match &**ty {
                Type::Tuple(tuple) => Some(tuple.elems.len()),
                _ => None,
            },
            ReturnType::Default => None,
        };
        Self { has_self, names: found, tuple }
    }

    /// Whether a place may start with this name.
    pub(crate) fn has(&self, name: &Ident) -> bool {
        if name == "self" { self.has_self } else { self.names.contains(name) }
    }
}

/// All identifiers of some tokens, nested ones too.
fn names(tokens: TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Ident(name) => found.push(name),
            TokenTree::Group(group) => found.extend(names(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}
