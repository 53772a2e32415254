//! The rewrites, and how text is edited in place so that its lines stay.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::{names, shapes};

/// The files of a program, by their paths from its folder.
pub type Files = [(PathBuf, String)];

/// What comes out.
pub struct Rewritten {
    /// The files.
    pub files: Vec<(PathBuf, String)>,
    /// The crate root.
    pub root: PathBuf,
}

/// A change that does not change what a program does.
pub struct Rewrite {
    /// What it is called.
    pub name: &'static str,
    /// Applies it; nothing if there is nothing to change.
    pub apply: fn(&Files, &Path) -> Option<Rewritten>,
    /// The line that it adds for statements which it moves there from elsewhere.
    pub moved_to: Option<&'static str>,
}

impl Rewrite {
    const fn new(name: &'static str, apply: fn(&Files, &Path) -> Option<Rewritten>) -> Self {
        Self { name, apply, moved_to: None }
    }
}

/// All of them.
pub const REWRITES: &[Rewrite] = &[
    Rewrite::new("locals_renamed", names::locals),
    Rewrite::new("items_renamed", names::items),
    Rewrite::new("methods_renamed", names::methods),
    Rewrite::new("uses_renamed", names::uses),
    Rewrite::new("main_in_a_function", shapes::main_in_a_function),
    Rewrite::new("in_a_module_file", shapes::in_a_module_file),
    Rewrite::new("functions_as_methods", shapes::functions_as_methods),
    Rewrite::new("through_a_helper", |files, root| shapes::through(files, root, "same_value(", ")", shapes::SAME)),
    Rewrite::new("through_an_option", |files, root| shapes::through(files, root, "Some(", ").unwrap()", "")),
    Rewrite::new("through_a_newtype", |files, root| shapes::through(files, root, "Wrapped(", ").0", shapes::WRAPPED)),
    Rewrite::new("through_a_field", |files, root| shapes::through(files, root, "Carrier { load: ", " }.load", shapes::CARRIER)),
    Rewrite::new("through_a_box", |files, root| shapes::through(files, root, "*Box::new(", ")", "")),
    Rewrite::new("through_an_arc", |files, root| {
        shapes::through(files, root, "std::sync::Arc::into_inner(std::sync::Arc::new(", ")).unwrap()", "")
    }),
    Rewrite::new("through_a_tuple", |files, root| shapes::through(files, root, "(0_u8, ", ").1", "")),
    Rewrite::new("kept_in_a_newtype", shapes::kept_in_a_newtype),
    Rewrite::new("work_in_a_variable", shapes::work_in_a_variable),
    Rewrite::new("spawn_in_a_wrapper", shapes::spawn_in_a_wrapper),
    Rewrite { name: "drop_in_a_function", apply: shapes::drop_in_a_function, moved_to: Some(shapes::LET_GO) },
];

/// Replacements of byte ranges.
#[derive(Default)]
pub struct Edits(Vec<(usize, usize, String)>);

impl Edits {
    /// Puts text somewhere.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.0.push((at, at, text.into()));
    }

    /// Puts other text in the place of some.
    pub fn replace(&mut self, from: usize, to: usize, text: impl Into<String>) {
        self.0.push((from, to, text.into()));
    }

    /// The text with all of it; nothing if there is nothing to do.
    pub fn apply(mut self, text: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        self.0.sort_by_key(|(from, to, _)| (*from, *to));
        let mut out = String::new();
        let mut at = 0;
        for (from, to, new) in self.0 {
            if from < at {
                return None;
            }
            out.push_str(&text[at..from]);
            out.push_str(&new);
            at = to;
        }
        out.push_str(&text[at..]);
        Some(out)
    }
}

/// Changes each file by itself.
pub fn each(files: &Files, root: &Path, change: impl Fn(&str) -> Option<String>) -> Option<Rewritten> {
    let mut changed = false;
    let files = files.iter().map(|(name, text)| {
        let new = change(text);
        changed |= new.is_some();
        (name.clone(), new.unwrap_or_else(|| text.clone()))
    });
    let files: Vec<_> = files.collect();
    changed.then(|| Rewritten { files, root: root.to_owned() })
}

/// A word of a program.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its text; of a group its bracket.
    pub text: String,
    /// Its bytes.
    pub at: (usize, usize),
}

/// The words of a text, flat.
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::new();
    if let Ok(tokens) = TokenStream::from_str(text) {
        flatten(tokens, &mut out);
    }
    proc_macro2::extra::invalidate_current_thread_spans();
    out
}

fn flatten(tokens: TokenStream, out: &mut Vec<Word>) {
    let push = |text: String, span: proc_macro2::Span, out: &mut Vec<Word>| {
        let range = span.byte_range();
        out.push(Word { text, at: (range.start, range.end) });
    };
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                push(open.to_owned(), group.span_open(), out);
                flatten(group.stream(), out);
                push(close.to_owned(), group.span_close(), out);
            }
            other => {
                let span = other.span();
                push(other.to_string(), span, out);
            }
        }
    }
}
