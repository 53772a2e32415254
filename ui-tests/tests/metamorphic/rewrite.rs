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
}

/// All of them.
pub const REWRITES: &[Rewrite] = &[
    Rewrite { name: "locals_renamed", apply: names::locals },
    Rewrite { name: "items_renamed", apply: names::items },
    Rewrite { name: "methods_renamed", apply: names::methods },
    Rewrite { name: "uses_renamed", apply: names::uses },
    Rewrite { name: "main_in_a_function", apply: shapes::main_in_a_function },
    Rewrite { name: "in_a_module_file", apply: shapes::in_a_module_file },
    Rewrite { name: "functions_as_methods", apply: shapes::functions_as_methods },
    Rewrite { name: "through_a_helper", apply: |files, root| shapes::through(files, root, "same_value(", ")", shapes::SAME) },
    Rewrite { name: "through_an_option", apply: |files, root| shapes::through(files, root, "Some(", ").unwrap()", "") },
    Rewrite { name: "through_a_newtype", apply: |files, root| shapes::through(files, root, "Wrapped(", ").0", shapes::WRAPPED) },
    Rewrite { name: "through_a_field", apply: |files, root| shapes::through(files, root, "Carrier { load: ", " }.load", shapes::CARRIER) },
    Rewrite { name: "through_a_box", apply: |files, root| shapes::through(files, root, "*Box::new(", ")", "") },
    Rewrite {
        name: "through_an_arc",
        apply: |files, root| shapes::through(files, root, "std::sync::Arc::into_inner(std::sync::Arc::new(", ")).unwrap()", ""),
    },
    Rewrite { name: "through_a_tuple", apply: |files, root| shapes::through(files, root, "(0_u8, ", ").1", "") },
    Rewrite { name: "kept_in_a_newtype", apply: shapes::kept_in_a_newtype },
    Rewrite { name: "work_in_a_variable", apply: shapes::work_in_a_variable },
    Rewrite { name: "spawn_in_a_wrapper", apply: shapes::spawn_in_a_wrapper },
    Rewrite { name: "drop_in_a_function", apply: shapes::drop_in_a_function },
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
