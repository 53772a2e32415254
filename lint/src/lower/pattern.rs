//! Patterns, in two passes: the tests that they ask, then the variables that they bind.
//!
//! A nested or-pattern that binds asks its tests once more in the second pass, since which alternative matched is not kept: the answers of
//! pure tests on an untouched place are the same.

use syn::Pat;

use super::BodyCx;
use super::scope::Exit;
use super::types;
use crate::base::{Name, Span};
use crate::ir::{Const, Local, LocalKind, Operand, Place, Projection, Rvalue, StatementKind, TerminatorKind, Test, TypeRef, VariantRef};
use crate::syntax::{self, span};

impl BodyCx<'_> {
    /// Goes on where the pattern matches; else leaves by `exit`.
    pub fn test(&mut self, pat: &Pat, place: &Place, exit: Exit) {
        match pat {
            Pat::Wild(_) | Pat::Rest(_) => {}
            Pat::Ident(ident) => {
                if let Some(constant) = constant_pattern(ident) {
                    self.switch(Test::Variant(place.clone(), VariantRef::Path(constant)), exit, span::pat(pat));
                }
                if let Some((_, sub)) = &ident.subpat {
                    self.test(sub, place, exit);
                }
            }
            Pat::Path(path) => {
                let path = types::qualified(path.qself.as_ref(), &path.path);
                self.switch(Test::Variant(place.clone(), VariantRef::Path(path)), exit, span::pat(pat));
            }
            Pat::TupleStruct(tuple) => {
                let variant = VariantRef::Path(types::qualified(tuple.qself.as_ref(), &tuple.path));
                self.switch(Test::Variant(place.clone(), variant), exit, span::pat(pat));
                self.each_part(pat, place, |this, sub, part| this.test(sub, &part, exit));
            }
            Pat::Struct(fields) => {
                let variant = VariantRef::Path(types::qualified(fields.qself.as_ref(), &fields.path));
                self.switch(Test::Variant(place.clone(), variant), exit, span::pat(pat));
                self.each_part(pat, place, |this, sub, part| this.test(sub, &part, exit));
            }
            Pat::Slice(slice) => {
                let or_more = slice.elems.iter().any(is_rest);
                let len = slice.elems.iter().filter(|elem| !is_rest(elem)).count() as u32;
                self.switch(Test::Length { place: place.clone(), len, or_more }, exit, span::pat(pat));
                self.each_part(pat, place, |this, sub, part| this.test(sub, &part, exit));
            }
            Pat::Tuple(_) | Pat::Reference(_) | Pat::Paren(_) | Pat::Type(_) => {
                self.each_part(pat, place, |this, sub, part| this.test(sub, &part, exit));
            }
            Pat::Or(or) => {
                let matched = self.body.block();
                let depth = self.body.scopes.len();
                for (at, case) in or.cases.iter().enumerate() {
                    if at + 1 == or.cases.len() {
                        self.test(case, place, exit);
                        self.body.goto_and_follow(matched, span::pat(case));
                    } else {
                        let next = self.body.block();
                        self.test(case, place, Exit { depth, block: next });
                        self.body.goto(matched, span::pat(case));
                        self.body.current = next;
                    }
                }
                self.body.current = matched;
            }
            Pat::Lit(lit) => {
                let value = super::expr::literal(&lit.lit);
                self.switch(Test::Equals(place.clone(), value), exit, span::pat(pat));
            }
            _ => self.switch(Test::Opaque(place.clone()), exit, span::pat(pat)),
        }
    }

    /// Goes on where the test holds; else leaves by `exit`.
    pub fn switch(&mut self, test: Test, exit: Exit, at: Span) {
        let then = self.body.block();
        let otherwise = self.body.block();
        self.body.terminate(TerminatorKind::Switch { test, then, otherwise }, at);
        self.body.current = otherwise;
        self.leave_silently(exit, at);
        self.body.current = then;
    }

    /// The variables of a pattern come to life, in the scope of variables.
    pub fn declare(&mut self, pat: &Pat) -> Vec<(Name, Local)> {
        let mut found = Vec::new();
        collect(pat, &mut found);
        let scope = self.body.vars;
        let mut declared = Vec::new();
        for (name, at) in found {
            let local = self.body.local(LocalKind::Var, Some(name.clone()), TypeRef::Infer, at);
            self.live(local, scope, at);
            declared.push((name, local));
        }
        self.body.names.extend(declared.iter().cloned());
        declared
    }

    /// Declares the variables of a pattern and binds them to the parts of a place whose first `scrutinee` projections are not the pattern's.
    pub fn declare_and_bind(&mut self, pat: &Pat, place: &Place, scrutinee: u32) {
        let declared = self.declare(pat);
        self.bind(pat, place, scrutinee);
        let scope = self.body.vars;
        for (_, local) in declared {
            self.schedule_drop(local, scope);
        }
    }

    /// Sets the variables of a pattern, which are declared.
    pub fn bind(&mut self, pat: &Pat, place: &Place, scrutinee: u32) {
        match pat {
            Pat::Ident(ident) => {
                if let Some(local) = self.body.own_name(&types::name(&ident.ident)).filter(|_| is_binding(ident)) {
                    let value = match &ident.by_ref {
                        Some(_) => Rvalue::Ref { mutable: ident.mutability.is_some(), place: place.clone() },
                        None => Rvalue::Use(Operand::Bind(place.clone(), scrutinee)),
                    };
                    self.body.assign(Place::local(local), value, span::pat(pat));
                }
                if let Some((_, sub)) = &ident.subpat {
                    self.bind(sub, place, scrutinee);
                }
            }
            Pat::Or(or) => {
                let mut found = Vec::new();
                collect(pat, &mut found);
                if found.is_empty() {
                    return;
                }
                let bound = self.body.block();
                let depth = self.body.scopes.len();
                for (at, case) in or.cases.iter().enumerate() {
                    let next = self.body.block();
                    if at + 1 < or.cases.len() {
                        self.test(case, place, Exit { depth, block: next });
                    }
                    self.bind(case, place, scrutinee);
                    self.body.goto(bound, span::pat(case));
                    self.body.current = next;
                }
                self.body.current = bound;
            }
            Pat::TupleStruct(_) | Pat::Struct(_) | Pat::Slice(_) | Pat::Tuple(_) | Pat::Reference(_) | Pat::Paren(_) | Pat::Type(_) => {
                self.each_part(pat, place, |this, sub, part| this.bind(sub, &part, scrutinee));
            }
            _ => {}
        }
    }

    /// Each pattern directly inside, with the place that it is for.
    fn each_part(&mut self, pat: &Pat, place: &Place, mut each: impl FnMut(&mut Self, &Pat, Place)) {
        match pat {
            Pat::TupleStruct(tuple) => {
                let inside = place.project(Projection::Downcast(VariantRef::Path(types::qualified(tuple.qself.as_ref(), &tuple.path))));
                for (step, sub) in tuple_steps(&tuple.elems) {
                    each(self, sub, inside.project(step));
                }
            }
            Pat::Tuple(tuple) => {
                for (step, sub) in tuple_steps(&tuple.elems) {
                    each(self, sub, place.project(step));
                }
            }
            Pat::Struct(fields) => {
                let inside = place.project(Projection::Downcast(VariantRef::Path(types::qualified(fields.qself.as_ref(), &fields.path))));
                for field in &fields.fields {
                    each(self, &field.pat, inside.project(Projection::Field(member(&field.member))));
                }
            }
            Pat::Slice(slice) => {
                let count = slice.elems.len();
                let rest = slice.elems.iter().position(is_rest);
                for (at, sub) in slice.elems.iter().enumerate() {
                    let step = match rest {
                        Some(rest) if at == rest => Projection::Subslice,
                        Some(rest) if at > rest => Projection::Element { offset: (count - 1 - at) as u32, from_end: true },
                        _ => Projection::Element { offset: at as u32, from_end: false },
                    };
                    each(self, sub, place.project(step));
                }
            }
            Pat::Reference(reference) => each(self, &reference.pat, place.project(Projection::Deref)),
            Pat::Paren(paren) => each(self, &paren.pat, place.clone()),
            Pat::Type(typed) => each(self, &typed.pat, place.clone()),
            _ => {}
        }
    }

    /// `let _ = place`: it stays where it is.
    pub fn mention(&mut self, place: Place, at: Span) {
        self.body.push(StatementKind::Mention(place), at);
    }
}

/// The fields of a tuple pattern; those after a `..` are counted from the end.
fn tuple_steps<'p>(elems: impl IntoIterator<Item = &'p Pat, IntoIter: ExactSizeIterator>) -> impl Iterator<Item = (Projection, &'p Pat)> {
    let elems = elems.into_iter();
    let count = elems.len();
    let mut after_rest = false;
    elems.enumerate().filter_map(move |(at, sub)| {
        if matches!(sub, Pat::Rest(_)) {
            after_rest = true;
            return None;
        }
        let step = if after_rest {
            Projection::Element { offset: (count - 1 - at) as u32, from_end: true }
        } else {
            Projection::Field(Name::index(at))
        };
        Some((step, sub))
    })
}

/// A field's name.
pub(super) fn member(member: &syn::Member) -> Name {
    match member {
        syn::Member::Named(name) => types::name(name),
        syn::Member::Unnamed(index) => Name::index(index.index as usize),
    }
}

/// `..` or `rest @ ..` of a slice.
fn is_rest(pat: &Pat) -> bool {
    match pat {
        Pat::Rest(_) => true,
        Pat::Ident(ident) => ident.subpat.as_ref().is_some_and(|(_, sub)| is_rest(sub)),
        _ => false,
    }
}

/// Whether a plain name binds. Which names are constants or unit variants is not known here: by Rust's naming they begin with a capital letter.
pub(super) fn is_binding(ident: &syn::PatIdent) -> bool {
    constant_pattern(ident).is_none()
}

fn constant_pattern(ident: &syn::PatIdent) -> Option<crate::ir::Path> {
    if ident.by_ref.is_some() || ident.mutability.is_some() || ident.subpat.is_some() {
        return None;
    }
    let name = syntax::as_written(&ident.ident.to_string()).to_owned();
    name.chars().next().is_some_and(char::is_uppercase).then(|| crate::ir::Path::from_names(&[&name], span::node(&ident.ident)))
}

/// The variables of a pattern in order, each once.
pub(super) fn collect(pat: &Pat, into: &mut Vec<(Name, Span)>) {
    match pat {
        Pat::Ident(ident) => {
            let name = types::name(&ident.ident);
            if is_binding(ident) && !into.iter().any(|(known, _)| *known == name) {
                into.push((name, span::node(&ident.ident)));
            }
            if let Some((_, sub)) = &ident.subpat {
                collect(sub, into);
            }
        }
        Pat::TupleStruct(tuple) => tuple.elems.iter().for_each(|sub| collect(sub, into)),
        Pat::Tuple(tuple) => tuple.elems.iter().for_each(|sub| collect(sub, into)),
        Pat::Slice(slice) => slice.elems.iter().for_each(|sub| collect(sub, into)),
        Pat::Struct(fields) => fields.fields.iter().for_each(|field| collect(&field.pat, into)),
        Pat::Or(or) => or.cases.iter().for_each(|case| collect(case, into)),
        Pat::Reference(reference) => collect(&reference.pat, into),
        Pat::Paren(paren) => collect(&paren.pat, into),
        Pat::Type(typed) => collect(&typed.pat, into),
        Pat::Guard(guarded) => collect(&guarded.pat, into),
        _ => {}
    }
}

/// Whether the pattern always matches, as far as its form says.
pub(super) fn is_irrefutable(pat: &Pat) -> bool {
    match pat {
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Ident(ident) => is_binding(ident) && ident.subpat.as_ref().is_none_or(|(_, sub)| is_irrefutable(sub)),
        Pat::Tuple(tuple) => tuple.elems.iter().all(is_irrefutable),
        Pat::Reference(reference) => is_irrefutable(&reference.pat),
        Pat::Paren(paren) => is_irrefutable(&paren.pat),
        Pat::Type(typed) => is_irrefutable(&typed.pat),
        Pat::Or(or) => or.cases.iter().any(is_irrefutable),
        _ => false,
    }
}

/// A constant for `()`.
pub(super) fn unit() -> Rvalue {
    Rvalue::Use(Operand::Const(Const::Unit))
}
