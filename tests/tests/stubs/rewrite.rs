//! What is done to the tokens of a stub on their way into the checking program.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Generics, Type};

/// Gives the elided lifetimes of an impl's header names, so that the checking trait can have them as parameters.
pub fn name_lifetimes(item: &mut syn::ItemImpl) {
    let mut count = 0;
    let self_ty = name_in(item.self_ty.to_token_stream(), &mut count);
    *item.self_ty = syn::parse2::<Type>(self_ty).expect("a type stays one");
    if let Some((path, token)) = &item.trait_ {
        let path = name_in(path.to_token_stream(), &mut count);
        item.trait_ = Some((syn::parse2(path).expect("a path stays one"), *token));
    }
    for at in (0..count).rev() {
        let lifetime = syn::Lifetime::new(&format!("'elided{at}"), proc_macro2::Span::call_site());
        item.generics.params.insert(0, syn::parse_quote!(#lifetime));
    }
}

/// Says that each type outlives each lifetime: an impl has that from its type, a trait must be told.
pub fn outlive(generics: &mut Generics) {
    let lifetimes: Vec<syn::Lifetime> = generics.lifetimes().map(|param| param.lifetime.clone()).collect();
    for param in generics.type_params_mut() {
        for lifetime in &lifetimes {
            param.bounds.push(syn::parse_quote!(#lifetime));
        }
    }
}

/// The tokens with a name for each elided lifetime.
pub fn name_in(stream: TokenStream, count: &mut usize) -> TokenStream {
    let mut out = TokenStream::new();
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let tick = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '\'');
        let and = matches!(&tree, TokenTree::Punct(punct) if punct.as_char() == '&');
        match tree {
            TokenTree::Group(group) => {
                let inside = name_in(group.stream(), count);
                out.extend([TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inside))]);
                continue;
            }
            other => out.extend([other]),
        }
        let name = proc_macro2::Ident::new(&format!("elided{count}"), proc_macro2::Span::call_site());
        if tick && matches!(trees.peek(), Some(TokenTree::Ident(ident)) if ident == "_") {
            trees.next();
            out.extend([TokenTree::Ident(name)]);
            *count += 1;
        } else if and && !matches!(trees.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '\'') {
            out.extend([TokenTree::Punct(proc_macro2::Punct::new('\'', proc_macro2::Spacing::Joint)), TokenTree::Ident(name)]);
            *count += 1;
        }
    }
    out
}

/// The tokens with names replaced.
pub fn replace(stream: TokenStream, names: &BTreeMap<String, TokenStream>) -> TokenStream {
    let mut out = TokenStream::new();
    for tree in stream {
        match tree {
            TokenTree::Ident(ident) => match names.get(&ident.to_string()) {
                Some(instance) => out.extend(instance.clone()),
                None => out.extend([TokenTree::Ident(ident)]),
            },
            TokenTree::Group(group) => {
                let inside = replace(group.stream(), names);
                out.extend([TokenTree::Group(proc_macro2::Group::new(group.delimiter(), inside))]);
            }
            other => out.extend([other]),
        }
    }
    out
}

/// All names in the tokens.
pub fn idents(stream: TokenStream, into: &mut Vec<String>) {
    for tree in stream {
        match tree {
            TokenTree::Ident(ident) => into.push(ident.to_string()),
            TokenTree::Group(group) => idents(group.stream(), into),
            _ => {}
        }
    }
}

/// The tokens of a text.
pub fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|err| panic!("{text}: {err}"))
}

/// The program's text, an item a line, so that the compiler's errors can be read.
pub fn render(stream: &TokenStream) -> String {
    let mut out = String::new();
    for tree in stream.clone() {
        match tree {
            TokenTree::Group(group) if group.delimiter() == proc_macro2::Delimiter::Brace => {
                let _ = write!(out, "{{\n{}}}\n", render(&group.stream()));
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => out.push_str(";\n"),
            TokenTree::Punct(punct) => {
                out.push(punct.as_char());
                if punct.spacing() == proc_macro2::Spacing::Alone {
                    out.push(' ');
                }
            }
            other => {
                let _ = write!(out, "{other} ");
            }
        }
    }
    out
}
