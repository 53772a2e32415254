//! Function bodies that no relevant word mentions, turned into spaces.
//!
//! Most bodies never touch a channel, a worker or a teardown, and parsing them is most of the work. A blanked body keeps its braces and its line
//! ends, so that every span of the rest stays right and syn takes the file in one piece. A word counts where it stands in the body, in the
//! signature with its attributes, or in the header of the `impl` or `trait` around it. Which words matter is the caller's to say.

use super::scan::{Kind, Scanner, Token};
use crate::base::Span;

/// A text with some function bodies blanked.
#[derive(Clone, Debug)]
pub struct Blanked {
    /// The text, as long as before.
    pub text: String,
    /// The blanked bodies, braces included, in order.
    pub bodies: Vec<Span>,
}

/// Blanks the bodies of the functions in which `relevant` holds for no word.
pub fn blank(text: &str, relevant: &dyn Fn(&str) -> bool) -> Blanked {
    let tokens: Vec<Token> = Scanner::new(text).filter(|token| !matches!(token.kind, Kind::LineComment | Kind::BlockComment)).collect();
    let mut finder = Finder { text, tokens: &tokens, relevant, bodies: Vec::new() };
    finder.items(0, tokens.len(), false);
    let mut bytes = text.as_bytes().to_vec();
    for body in &finder.bodies {
        for byte in &mut bytes[body.start as usize + 1..body.end as usize - 1] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    // Only whole bodies, which begin and end at ASCII braces, became spaces: it is UTF-8 as before.
    Blanked { text: String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned()), bodies: finder.bodies }
}

struct Finder<'a> {
    text: &'a str,
    tokens: &'a [Token],
    relevant: &'a dyn Fn(&str) -> bool,
    bodies: Vec<Span>,
}

impl<'a> Finder<'a> {
    fn word(&self, at: usize) -> Option<&'a str> {
        let token = self.tokens.get(at)?;
        let text = &self.text[token.start..token.end];
        (token.kind == Kind::Word).then(|| text.strip_prefix("r#").unwrap_or(text))
    }

    fn is(&self, at: usize, punct: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == Kind::Punct(punct))
    }

    fn matters(&self, from: usize, to: usize) -> bool {
        // The stub crates' word for a body that is none.
        (from..to).any(|at| self.word(at).is_some_and(|word| word == "primitive" || (self.relevant)(word)))
    }

    /// The token after the bracket that closes the one at `open`.
    fn after_group(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for at in open..self.tokens.len() {
            match self.tokens[at].kind {
                Kind::Punct(b'(' | b'[' | b'{') => depth += 1,
                Kind::Punct(b')' | b']' | b'}') => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        return at + 1;
                    }
                }
                _ => {}
            }
        }
        self.tokens.len()
    }

    /// The brace that opens the body of the item whose header begins at `from`; `None` if a semicolon ends it first.
    fn body_brace(&self, from: usize, to: usize) -> Option<usize> {
        let mut at = from;
        while at < to {
            match self.tokens[at].kind {
                Kind::Punct(b'{') => return Some(at),
                Kind::Punct(b';') => return None,
                Kind::Punct(b'(' | b'[') => at = self.after_group(at),
                _ => at += 1,
            }
        }
        None
    }

    /// Goes over the items in a range of tokens. `kept`: the header around them has a relevant word.
    fn items(&mut self, from: usize, to: usize, kept: bool) {
        let mut at = from;
        // Where the item that is being read begins, attributes included.
        let mut item = from;
        while at < to {
            match self.tokens[at].kind {
                Kind::Word if self.word(at) == Some("fn") && self.word(at + 1).is_some() => {
                    let Some(open) = self.body_brace(at, to) else {
                        at += 1;
                        continue;
                    };
                    let end = self.after_group(open).min(to);
                    if !kept && !self.matters(item, end) && self.is(end - 1, b'}') && end > open + 2 {
                        self.bodies.push(Span::new(self.tokens[open].start as u32, self.tokens[end - 1].end as u32));
                    }
                    at = end;
                    item = end;
                }
                Kind::Word if matches!(self.word(at), Some("impl" | "trait" | "mod")) => {
                    let Some(open) = self.body_brace(at, to) else {
                        at += 1;
                        continue;
                    };
                    let end = self.after_group(open).min(to);
                    let header = self.word(at) != Some("mod") && self.matters(item, open);
                    self.items(open + 1, end.saturating_sub(1), kept || header);
                    at = end;
                    item = end;
                }
                Kind::Word if self.word(at) == Some("macro_rules") && self.is(at + 1, b'!') => {
                    at = self.body_brace(at, to).map_or(at + 1, |open| self.after_group(open));
                    item = at;
                }
                // The arguments of an attribute or of a macro with parentheses.
                Kind::Punct(b'(' | b'[') => at = self.after_group(at),
                Kind::Punct(b'{' | b'}' | b';') => {
                    at += 1;
                    item = at;
                }
                _ => at += 1,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let blanked = blank(text, &|word| word == "tx");
        assert_eq!(blanked.text, expect);
        assert_eq!(blanked.text.len(), text.len());
    }

    #[test]
    fn a_body_without_a_relevant_word_becomes_blanks() {
        check("fn a() { é } fn b() { tx }", "fn a() {    } fn b() { tx }");
        check("fn a(x: [u8; { 1 }], tx: T) { 1 }", "fn a(x: [u8; { 1 }], tx: T) { 1 }");
        check("#[x(tx)] fn a() { 1 } fn b()\n{ 2\n }", "#[x(tx)] fn a() { 1 } fn b()\n{  \n }");
        check("impl A for tx { fn a() { 1 } } impl B { fn b() { '}' } }", "impl A for tx { fn a() { 1 } } impl B { fn b() {     } }");
        check("fn a() -> impl Fn() { fn b() { 1 } tx }", "fn a() -> impl Fn() { fn b() { 1 } tx }");
        check("trait T { fn a(); fn b() { 1 } } mod tx { fn c() { 1 } }", "trait T { fn a(); fn b() {   } } mod tx { fn c() {   } }");
        check(
            "macro_rules! m { () => { fn a() { 1 } } } cfg! { fn b() { 1 } }",
            "macro_rules! m { () => { fn a() { 1 } } } cfg! { fn b() {   } }",
        );
        check("fn a() { primitive!() } const F: fn() = { x };", "fn a() { primitive!() } const F: fn() = { x };");
    }
}
