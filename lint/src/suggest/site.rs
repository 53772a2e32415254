//! A place in the syntax tree: what it is nested in, and where its words are.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::visit::{self, Visit};
use syn::{Block, Expr, Signature, Stmt};

use crate::base::Span;
use crate::syntax::span;

/// A file.
pub struct Source<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its tree.
    pub tree: &'a syn::File,
}

/// Something that a place is nested in.
pub enum Level<'a> {
    /// A function.
    Fn(&'a Signature),
    /// An expression.
    Expr(&'a Expr),
    /// A block, and which of its statements.
    Block(&'a Block, usize),
}

impl<'a> Source<'a> {
    /// What a place is nested in, outermost first; from the innermost function on.
    pub fn levels(&self, at: Span) -> Vec<Level<'a>> {
        let mut finder = Finder { at, levels: Vec::new() };
        finder.visit_file(self.tree);
        let mut levels = finder.levels;
        let func = levels.iter().rposition(|level| matches!(level, Level::Fn(_))).unwrap_or(levels.len());
        levels.drain(..func);
        levels
    }

    /// The text of a place.
    pub fn text(&self, at: Span) -> &'a str {
        self.text.get(at.start as usize..at.end as usize).unwrap_or("")
    }

    /// The blanks in front of a line's first word.
    pub fn indent(&self, at: u32) -> &'a str {
        let start = self.line_start(at);
        let line = &self.text[start..];
        &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
    }

    fn line_start(&self, at: u32) -> usize {
        self.text[..at as usize].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Puts a statement in front of another one.
    pub fn before(&self, stmt: &Stmt, text: &str) -> (Span, String) {
        let at = span::node(stmt).start;
        (Span::new(at, at), format!("{text}\n{}", self.indent(at)))
    }

    /// Puts a statement behind another one.
    pub fn after(&self, stmt: &Stmt, text: &str) -> (Span, String) {
        let at = span::node(stmt);
        (Span::new(at.end, at.end), format!("\n{}{text}", self.indent(at.start)))
    }

    /// Takes a statement out, with its lines if it stands alone on them.
    pub fn without(&self, stmt: &Stmt) -> (Span, String) {
        let at = span::node(stmt);
        let start = self.line_start(at.start);
        let rest = &self.text[at.end as usize..];
        let end = rest.find('\n').map_or(self.text.len(), |line| at.end as usize + line + 1);
        let alone = self.text[start..at.start as usize].trim().is_empty() && self.text[at.end as usize..end].trim().is_empty();
        (if alone { Span::new(start as u32, end as u32) } else { at }, String::new())
    }
}

struct Finder<'a> {
    at: Span,
    levels: Vec<Level<'a>>,
}

impl Finder<'_> {
    fn inside(&self, span: Span) -> bool {
        span.start <= self.at.start && self.at.end <= span.end
    }
}

impl<'a> Visit<'a> for Finder<'a> {
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        if self.inside(span::block(&item.block)) {
            self.levels.push(Level::Fn(&item.sig));
            self.visit_block(&item.block);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        if self.inside(span::block(&item.block)) {
            self.levels.push(Level::Fn(&item.sig));
            self.visit_block(&item.block);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'a syn::TraitItemFn) {
        if let Some(block) = item.default.as_ref().filter(|block| self.inside(span::block(block))) {
            self.levels.push(Level::Fn(&item.sig));
            self.visit_block(block);
        }
    }

    fn visit_block(&mut self, block: &'a Block) {
        for (n, stmt) in block.stmts.iter().enumerate() {
            if self.inside(span::node(stmt)) {
                self.levels.push(Level::Block(block, n));
                visit::visit_stmt(self, stmt);
            }
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if self.inside(span::expr(expr)) {
            self.levels.push(Level::Expr(expr));
            visit::visit_expr(self, expr);
        }
    }
}

/// A use of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where.
    pub at: u32,
    /// What is used of it, field by field: `name.a.b`, also of `name.a.b.method()`.
    pub fields: Vec<String>,
}

/// Where a block uses a variable, as far as words show: in nested items and under the same name in another scope too.
pub fn mentions(block: &Block, name: &str) -> Vec<Mention> {
    let mut words = Vec::new();
    flatten(block.to_token_stream(), &mut words);
    let dot = |at: Option<&(u32, String)>| at.is_some_and(|(_, word)| word == ".");
    let mut found = Vec::new();
    for (n, (at, word)) in words.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| words.get(n));
        let range = dot(before) && dot(n.checked_sub(2).and_then(|n| words.get(n)));
        if word == name && (!dot(before) || range) {
            let mut fields = Vec::new();
            let mut next = n + 1;
            while dot(words.get(next)) && !dot(words.get(next + 1)) {
                let called = words.get(next + 2).is_some_and(|(_, word)| word == "(" || word == ":");
                let Some((_, field)) = words.get(next + 1).filter(|_| !called) else { break };
                fields.push(field.clone());
                next += 2;
            }
            found.push(Mention { at: *at, fields });
        } else if word.starts_with(['"', 'r'])
            && word.match_indices(&format!("{{{name}")).any(|(n, open)| word[n + open.len()..].starts_with(['}', ':']))
        {
            found.push(Mention { at: *at, fields: Vec::new() });
        }
    }
    found
}

/// The words of a text, with where they start.
fn flatten(tokens: TokenStream, out: &mut Vec<(u32, String)>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                out.push((span::of(group.span_open()).start, open.to_owned()));
                flatten(group.stream(), out);
                out.push((span::of(group.span_close()).start, close.to_owned()));
            }
            other => out.push((span::of(other.span()).start, other.to_string())),
        }
    }
}

/// Whether an expression is just this variable.
pub fn is_name(expr: &Expr, name: &str) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}

/// The names that a pattern binds, with what binds them.
pub fn bindings(pat: &syn::Pat) -> Vec<&syn::PatIdent> {
    struct Names<'a>(Vec<&'a syn::PatIdent>);
    impl<'a> Visit<'a> for Names<'a> {
        fn visit_pat_ident(&mut self, pat: &'a syn::PatIdent) {
            self.0.push(pat);
            visit::visit_pat_ident(self, pat);
        }
    }
    let mut names = Names(Vec::new());
    names.visit_pat(pat);
    names.0
}
