//! Macro calls.

use proc_macro2::{TokenStream, TokenTree};
use syn::Stmt;
use syn::parse::Parser;

use super::closure::end_of;
use super::scope::Exit;
use super::{BodyCx, FileCx};
use crate::base::{Name, Span};
use crate::ir::{Base, Callee, Intrinsic, Item, Place, Rvalue, Why};
use crate::syntax::span;

impl FileCx {
    pub fn item_macro(&mut self, item: &syn::ItemMacro, into: &mut Vec<Item>) {
        into.push(super::items::unknown_macro(&item.attrs, &item.mac));
    }
}

impl BodyCx<'_> {
    pub fn mac(&mut self, dest: Option<&Place>, mac: &syn::Macro, at: Span) {
        let name = mac.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        match name.as_str() {
            "panic" | "todo" | "unreachable" | "unimplemented" => self.unreachable(at),
            "println" | "eprintln" | "print" | "eprint" | "format" => {
                let parser = syn::punctuated::Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
                let exprs = parser.parse2(mac.tokens.clone()).unwrap_or_default();
                let mut args = Vec::new();
                for expr in &exprs {
                    args.push(crate::ir::Operand::Use(self.place(expr)));
                }
                self.emit_call(dest, Callee::Intrinsic(Intrinsic::Format), args, span::path(&mac.path), at);
            }
            _ => {
                let places = self.mentioned(&mac.tokens);
                self.put(dest, Rvalue::Opaque(Why::UnknownMacro, places), at);
            }
        }
    }

    pub fn macro_statement(&mut self, mac: &syn::Macro, at: Span) {
        self.terminating(end_of(at), |this| this.mac(None, mac, at));
    }

    pub fn cond_macro(&mut self, _mac: &syn::Macro, _exit: Exit, _at: Span) -> bool {
        false
    }

    pub fn suppression(&mut self, _stmt: &Stmt) {}

    /// The places that tokens mention: variables, with the fields that follow.
    pub fn mentioned(&mut self, tokens: &TokenStream) -> Vec<Place> {
        let mut found = Vec::new();
        self.collect_mentions(tokens.clone(), &mut found);
        found
    }

    fn collect_mentions(&mut self, tokens: TokenStream, found: &mut Vec<Place>) {
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if let Some(local) = self.lookup(&Name::new(&word.to_string())) {
                        let place = Place { base: Base::Local(local), projections: Vec::new() };
                        if !found.contains(&place) {
                            found.push(place);
                        }
                    }
                }
                TokenTree::Group(group) => self.collect_mentions(group.stream(), found),
                _ => {}
            }
        }
    }
}
