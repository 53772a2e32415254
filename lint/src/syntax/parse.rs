//! One file's text to a syn tree.

use std::borrow::Cow;

use super::scan::{Kind, Scanner};
use crate::base::Span;
use crate::ir::{Edition, SyntaxError};

/// Brackets nested deeper than this are not parsed: syn recurses, and even a big stack ends.
pub const MAX_DEPTH: usize = 3000;

/// How many places of one file are put into today's words.
const MAX_MENDED: usize = 64;

/// Words that were names once, and names as long that stand for them while syn reads.
const STAND_INS: [(&str, &str); 4] = [("async", "aſnc"), ("await", "aſit"), ("dyn", "dſ"), ("try", "tſ")];

/// Parses a file. Spans of the tree count bytes of `text`.
pub fn parse(text: &str, edition: Edition) -> Result<syn::File, SyntaxError> {
    let text = blank_front(text);
    if let Some(at) = too_deep(&text) {
        return Err(SyntaxError { span: Span::new(at, at + 1), message: format!("brackets nest deeper than {MAX_DEPTH}") });
    }
    let first = match parse_file(&text) {
        Ok(file) => return Ok(file),
        Err(error) => error,
    };
    let mut mended = text.into_owned();
    let mut error = first.clone();
    for _ in 0..MAX_MENDED {
        let Some(next) = mend(&mended, &error, edition) else { break };
        mended = next;
        match parse_file(&mended) {
            Ok(file) => return Ok(file),
            Err(next) => error = next,
        }
    }
    Err(first)
}

fn parse_file(text: &str) -> Result<syn::File, SyntaxError> {
    syn::parse_file(text).map_err(|error| SyntaxError { span: super::span::of(error.span()), message: error.to_string() })
}

/// The name that a word of the tree was written as.
pub fn as_written(word: &str) -> &str {
    if word.is_ascii() {
        return word;
    }
    STAND_INS.iter().find(|(_, stand_in)| *stand_in == word).map_or(word, |(name, _)| name)
}

/// The text, as long as before, with what syn stopped at said in a way that it knows; `None` where the edition does not explain it. Editions
/// before 2018 have fewer keywords and parameters of traits' functions without a name, those before 2021 trait objects without `dyn`: of `Fn(A) -> B + Send` the `Fn` is left.
fn mend(text: &str, error: &SyntaxError, edition: Edition) -> Option<String> {
    let (start, end) = (error.span.start as usize, error.span.end as usize);
    let found = text.get(start..end)?;
    let is_old = |name: &str| edition == Edition::E2015 && name == found;
    if let Some((name, stand_in)) = STAND_INS.iter().find(|(name, _)| is_old(name)) {
        let mut mended = text.to_owned();
        for word in Scanner::new(text).filter(|token| token.kind == Kind::Word && text[token.start..token.end] == **name) {
            mended.replace_range(word.start..word.end, stand_in);
        }
        return Some(mended);
    }
    if edition == Edition::E2015 && matches!(found, ")" | ",") && error.message == "expected `:`" {
        return Some(without_parameter(text, start, end));
    }
    if !found.starts_with(['+', '(']) || !matches!(edition, Edition::E2015 | Edition::E2018) {
        return None;
    }
    let mut depth = 0_usize;
    let mut arrow = false;
    for token in Scanner::new(text.get(start..)?) {
        let after_dash = std::mem::replace(&mut arrow, token.kind == Kind::Punct(b'-'));
        match token.kind {
            Kind::Punct(b'>') if after_dash => {}
            Kind::Punct(b'(' | b'[' | b'<') => depth += 1,
            Kind::Punct(b',' | b';' | b'=' | b'{' | b')' | b']' | b'>') if depth == 0 => {
                let bounds = text.get(start..start + token.start)?;
                let blank: String = bounds.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }).collect();
                let mut mended = text.to_owned();
                mended.replace_range(start..start + token.start, &blank);
                return Some(mended);
            }
            Kind::Punct(b')' | b']' | b'>') => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The text with the parameter blanked at whose end syn asked for a type. Nothing is named by it.
fn without_parameter(text: &str, end: usize, comma: usize) -> String {
    let mut begins = vec![0];
    for token in Scanner::new(&text[..end]) {
        match token.kind {
            Kind::Punct(b'(' | b'[' | b'{') => begins.push(token.end),
            Kind::Punct(b')' | b']' | b'}') if begins.len() > 1 => _ = begins.pop(),
            Kind::Punct(b',') => _ = begins.last_mut().map(|begin| *begin = token.end),
            _ => {}
        }
    }
    let begin = begins.pop().unwrap_or(end);
    let end = if text[end..].starts_with(',') { comma } else { end };
    let blank: String =
        text[begin..end].chars().flat_map(|char| std::iter::repeat_n(if char == '\n' { char } else { ' ' }, char.len_utf8())).collect();
    let mut mended = text.to_owned();
    mended.replace_range(begin..end, &blank);
    mended
}

/// The text with a byte order mark and a `#!` line turned into spaces: syn strips them, which would shift every span.
fn blank_front(text: &str) -> Cow<'_, str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edition: Edition, text: &str, parses: bool) {
        assert_eq!(parse(text, edition).is_ok(), parses, "{text}");
        proc_macro2::extra::invalidate_current_thread_spans();
    }

    #[test]
    fn names_that_are_keywords_today_stay_names_where_they_were() {
        let text = "mod async;\npub use async::Client;\nfn try(await: u8) { dyn::f(await) }";
        check(Edition::E2015, text, true);
        check(Edition::E2018, text, false);
        let file = parse("use async::Client;", Edition::E2015).unwrap_or_else(|error| panic!("{error:?}"));
        let [syn::Item::Use(item)] = file.items.as_slice() else { panic!("one item") };
        let syn::UseTree::Path(path) = &item.tree else { panic!("a path") };
        assert_eq!(as_written(&path.ident.to_string()), "async");
        assert_eq!(super::super::span::of(path.ident.span()), Span::new(4, 9));
    }

    #[test]
    fn parameters_had_no_name_in_traits_once() {
        let text = "trait Word { fn hash(&mut self, Self); fn two(&self, (u8, u8), u32) -> u64; fn named(n: u8); }";
        check(Edition::E2015, text, true);
        check(Edition::E2018, text, false);
        check(Edition::E2015, "fn f() { g(1, ,) }", false);
    }

    #[test]
    fn of_trait_objects_without_dyn_the_name_is_left() {
        let text = "struct Pool { jobs: Vec<Box<FnMut() + Send + 'static>>, on: Box<Fn(&str) -> Vec<u8> + Sync>, plain: Box<Fn(u8) -> u8> }\n\
                    fn f() -> Box<Any + Send> { g() }";
        check(Edition::E2015, text, true);
        check(Edition::E2018, text, true);
        check(Edition::E2021, text, false);
    }
}
