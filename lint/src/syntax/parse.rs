//! One file's text to a syn tree.

use super::scan::{Kind, Scanner};
use crate::base::Span;
use crate::ir::SyntaxError;

/// Brackets nested deeper than this are not parsed: syn recurses, and even a big stack ends.
pub const MAX_DEPTH: usize = 3000;

/// Parses a file. Spans of the tree count bytes of `text`.
pub fn parse(text: &str) -> Result<syn::File, SyntaxError> {
    let text = blank_front(text);
    if let Some(at) = too_deep(&text) {
        return Err(SyntaxError { span: Span::new(at, at + 1), message: format!("brackets nest deeper than {MAX_DEPTH}") });
    }
    syn::parse_file(&text).map_err(|error| SyntaxError { span: super::span::of(error.span()), message: error.to_string() })
}

/// The text with a byte order mark and a `#!` line turned into spaces: syn strips them, which would shift every span.
fn blank_front(text: &str) -> std::borrow::Cow<'_, str> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let rest = &text[mark..];
    // `#![attr]` is not a shebang; a comment or line break may stand between `#!` and `[`, which nobody writes.
    let line = if rest.starts_with("#!") && !rest[2..].trim_start().starts_with('[') { rest.find('\n').unwrap_or(rest.len()) } else { 0 };
    if mark + line == 0 {
        return text.into();
    }
    let mut blanked = " ".repeat(mark + line);
    blanked.push_str(&rest[line..]);
    blanked.into()
}

/// The byte at which brackets nest too deep, if they do.
fn too_deep(text: &str) -> Option<u32> {
    let mut depth = 0_usize;
    for token in Scanner::new(text) {
        match token.kind {
            Kind::Punct(b'(' | b'[' | b'{') => depth += 1,
            Kind::Punct(b')' | b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(token.start as u32);
        }
    }
    None
}
