//! From syn to IR, one file at a time: items, expressions, patterns, closures, coroutines, scopes, scheduled drops.
//!
//! What a name outside the file means is not known here, nor any type. So uses stay undecided, projections skip dereferences, drops are
//! scheduled and not yet real: the linker settles all that (see [`crate::ir`]). Evaluation order, scopes and temporaries follow the language.

mod builder;
mod closure;
mod control;
mod expr;
mod extend;
mod items;
mod macros;
mod matches;
mod pattern;
mod place;
mod scope;
mod stmt;
#[cfg(test)]
mod tests;
mod types;

use rustc_hash::{FxHashMap, FxHashSet};
use syn::visit::{self, Visit};

use crate::base::{IndexVec, LineIndex, Name, Span};
use crate::ir::{Body, BodyKind, Edition, FileFacts, LocalBodyId, Suppression};
use crate::syntax;
use builder::BodyBuilder;

/// Everything that one file says. A file that can't be parsed gives facts with an error and nothing else.
///
/// Runs on the caller's thread, which needs a big stack: source may nest as deep as [`syntax::MAX_DEPTH`].
pub fn lower_file(text: &str, edition: Edition) -> FileFacts {
    lower_text(text, edition, &[])
}

/// The same, but functions in whose body, signature and `impl` header `relevant` holds for no word are left without a body: their
/// `body_span` says that they have one. To lower again with more words costs as much as the first time.
pub fn lower_relevant(text: &str, edition: Edition, relevant: &dyn Fn(&str) -> bool) -> FileFacts {
    let blanked = syntax::blank::blank(text, relevant);
    lower_text(&blanked.text, edition, &blanked.bodies)
}

fn lower_text(text: &str, edition: Edition, blanked: &[Span]) -> FileFacts {
    let facts = match syntax::parse(text, edition) {
        Ok(file) => lower_tree(&file, text, edition, blanked),
        Err(error) => FileFacts { errors: vec![error], ..FileFacts::default() },
    };
    // Without this the thread's source map keeps each file's text for good, and each span looks through all of them.
    proc_macro2::extra::invalidate_current_thread_spans();
    facts
}

fn lower_tree(file: &syn::File, text: &str, edition: Edition, blanked: &[Span]) -> FileFacts {
    let mut macros = MacroNames::default();
    macros.visit_file(file);
    let blanked = blanked.iter().map(|body| body.start).collect();
    let lines = LineIndex::new(text);
    let mut cx = FileCx { edition, lines, blanked, bodies: IndexVec::new(), suppressions: Vec::new(), statements: Vec::new(), macros };
    let items = cx.items(&file.items);
    let cfg = syntax::attributes::Attributes::read(&file.attrs).cfg;
    let mut suppressions = syntax::comments::suppressions(text, &cx.statements);
    suppressions.append(&mut cx.suppressions);
    suppressions.sort_by_key(|suppression| suppression.span);
    FileFacts { items, bodies: cx.bodies, cfg, suppressions, errors: Vec::new() }
}

/// What the file says of macro names.
#[derive(Debug, Default)]
struct MacroNames {
    /// Names of `macro_rules!` anywhere in the file: they win over the macros that are known.
    local: FxHashSet<String>,
    /// Other names that imports give, with what they stand for.
    renamed: FxHashMap<String, String>,
    /// Whether `select!` comes from the futures crates.
    futures_select: bool,
}

impl<'ast> Visit<'ast> for MacroNames {
    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if let Some(name) = &item.ident {
            self.local.insert(name.to_string());
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        if let syn::UseTree::Path(root) = &item.tree
            && root.ident.to_string().starts_with("futures")
        {
            self.futures_select |= mentions_select(&root.tree);
        }
        visit::visit_item_use(self, item);
    }

    fn visit_use_rename(&mut self, item: &'ast syn::UseRename) {
        self.renamed.insert(item.rename.to_string(), item.ident.to_string());
    }
}

fn mentions_select(tree: &syn::UseTree) -> bool {
    match tree {
        syn::UseTree::Path(path) => mentions_select(&path.tree),
        syn::UseTree::Name(name) => name.ident == "select",
        syn::UseTree::Rename(rename) => rename.ident == "select",
        syn::UseTree::Group(group) => group.items.iter().any(mentions_select),
        syn::UseTree::Glob(_) => false,
    }
}

/// The file that is being lowered.
#[derive(Debug)]
struct FileCx {
    edition: Edition,
    lines: LineIndex,
    /// The first bytes of blanked bodies.
    blanked: FxHashSet<u32>,
    bodies: IndexVec<LocalBodyId, Body>,
    /// From attributes of statements.
    suppressions: Vec<Suppression>,
    /// The bytes of statements, arms and items, for comments that speak of one.
    statements: Vec<Span>,
    macros: MacroNames,
}

impl FileCx {
    /// A number for a body that is about to be lowered: parents come before their closures.
    fn reserve_body(&mut self, kind: BodyKind, span: Span) -> LocalBodyId {
        let id = self.bodies.next_index();
        self.bodies.push(BodyBuilder::new(id, kind, span).finish())
    }

    fn set_body(&mut self, id: LocalBodyId, body: Body) {
        debug_assert_eq!(crate::ir::validate(&body), Ok(()), "{}", crate::ir::dump(&body, &()));
        self.bodies[id] = body;
    }
}

/// A body of the file that is being lowered, with the bodies around it (of a closure).
#[derive(Debug)]
struct BodyCx<'f> {
    file: &'f mut FileCx,
    body: BodyBuilder,
    outer: Vec<BodyBuilder>,
}

impl<'f> BodyCx<'f> {
    fn new(file: &'f mut FileCx, kind: BodyKind, span: Span) -> Self {
        let id = file.reserve_body(kind, span);
        Self { file, body: BodyBuilder::new(id, kind, span), outer: Vec::new() }
    }

    fn finish(self) -> LocalBodyId {
        let id = self.body.id;
        let body = self.body.finish();
        self.file.set_body(id, body);
        id
    }

    /// The variable of this name, from this body or, through captures, from one around it.
    fn lookup(&mut self, name: &Name) -> Option<crate::ir::Local> {
        self.lookup_at(name, self.outer.len())
    }

    fn lookup_at(&mut self, name: &Name, level: usize) -> Option<crate::ir::Local> {
        let body = self.outer.get(level).unwrap_or(&self.body);
        if let Some(own) = body.own_name(name) {
            return Some(own);
        }
        let parent = self.lookup_at(name, level.checked_sub(1)?)?;
        let body = self.outer.get_mut(level).unwrap_or(&mut self.body);
        Some(body.upvar(name, parent))
    }
}
