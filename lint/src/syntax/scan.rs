//! A byte scanner: where strings, characters, lifetimes, comments, words and brackets are, without parsing.
//!
//! It follows Rust's lexical rules as far as they decide what is code: raw strings with any number of `#`, byte and C strings, escapes, `'a` and
//! `'a'`, nested block comments. On broken input it goes on somehow, and never fails.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `// …`, without its line end.
    LineComment,
    /// `/* … */`.
    BlockComment,
    /// A string, byte string, C string, character, byte or number.
    Literal,
    /// `'a`.
    Lifetime,
    /// An identifier or keyword; a raw one with its `r#`.
    Word,
    /// Any other byte that is no blank.
    Punct(u8),
}

/// A token and its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
}

/// The tokens of a text.
#[derive(Clone, Debug)]
pub struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    /// Starts at the first byte.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// The end of a quoted text whose opening quote is at `at`.
    fn quoted(&self, mut at: usize, quote: u8) -> usize {
        at += 1;
        while at < self.text.len() {
            match self.byte(at) {
                b'\\' => at += 2,
                byte if byte == quote => return at + 1,
                _ => at += 1,
            }
        }
        self.text.len()
    }

    /// The end of a raw string whose `#`s or quote begin at `at`; `None` if it is none.
    fn raw_string(&self, at: usize) -> Option<usize> {
        let hashes = self.text.as_bytes()[at..].iter().take_while(|&&byte| byte == b'#').count();
        if self.byte(at + hashes) != b'"' {
            return None;
        }
        let close = format!("\"{}", "#".repeat(hashes));
        let inside = at + hashes + 1;
        Some(self.text[inside..].find(&close).map_or(self.text.len(), |found| inside + found + close.len()))
    }

    fn block_comment(&self, mut at: usize) -> usize {
        let mut depth = 0_usize;
        while at < self.text.len() {
            match (self.byte(at), self.byte(at + 1)) {
                (b'/', b'*') => {
                    depth += 1;
                    at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    at += 2;
                    if depth == 0 {
                        return at;
                    }
                }
                _ => at += 1,
            }
        }
        self.text.len()
    }

    fn word_end(&self, mut at: usize) -> usize {
        while is_word(self.byte(at)) {
            at += 1;
        }
        at
    }

    /// A literal or word that begins with a letter.
    fn word(&self) -> (Kind, usize) {
        let start = self.at;
        let end = self.word_end(start);
        let next = self.byte(end);
        match &self.text[start..end] {
            "r" | "br" | "cr" => {
                if let Some(end) = self.raw_string(end) {
                    return (Kind::Literal, end);
                }
                if end == start + 1 && next == b'#' && is_word(self.byte(end + 1)) {
                    return (Kind::Word, self.word_end(end + 1));
                }
            }
            "b" | "c" if next == b'"' => return (Kind::Literal, self.quoted(end, b'"')),
            "b" if next == b'\'' => return (Kind::Literal, self.quoted(end, b'\'')),
            _ => {}
        }
        (Kind::Word, end)
    }

    /// `'a'` or `'a`.
    fn tick(&self) -> (Kind, usize) {
        let first = self.at + 1;
        if self.byte(first) == b'\\' {
            return (Kind::Literal, self.quoted(self.at, b'\''));
        }
        let width = self.text[first..].chars().next().map_or(1, char::len_utf8);
        if self.byte(first + width) == b'\'' {
            return (Kind::Literal, first + width + 1);
        }
        (Kind::Lifetime, self.word_end(first).max(first))
    }

    fn number(&self) -> usize {
        let mut at = self.word_end(self.at);
        // `1.5`, but not `1..2` and not `1.method()`.
        if self.byte(at) == b'.' && self.byte(at + 1).is_ascii_digit() {
            at = self.word_end(at + 1);
        }
        at
    }
}

impl Iterator for Scanner<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        while self.byte(self.at).is_ascii_whitespace() {
            self.at += 1;
        }
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let (kind, end) = match (self.byte(start), self.byte(start + 1)) {
            (b'/', b'/') => (Kind::LineComment, self.text[start..].find('\n').map_or(self.text.len(), |end| start + end)),
            (b'/', b'*') => (Kind::BlockComment, self.block_comment(start)),
            (b'"', _) => (Kind::Literal, self.quoted(start, b'"')),
            (b'\'', _) => self.tick(),
            (byte, _) if byte.is_ascii_digit() => (Kind::Literal, self.number()),
            (byte, _) if is_word(byte) => self.word(),
            (byte, _) => (Kind::Punct(byte), start + 1),
        };
        self.at = end.min(self.text.len());
        Some(Token { kind, start, end: self.at })
    }
}

/// Letters, digits, `_`, and every byte of a character beyond ASCII.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[(Kind, &str)]) {
        let found: Vec<_> = Scanner::new(text).map(|token| (token.kind, &text[token.start..token.end])).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn what_looks_like_code_in_text_is_none() {
        use Kind::{BlockComment, LineComment, Literal, Punct, Word};
        check(
            r###"a "\"}" r#"}"x"# b'{' '}' '\'' br##"{"# "## // }
            /* { /* } */ { */ c"{""###,
            &[
                (Word, "a"),
                (Literal, r#""\"}""#),
                (Literal, r##"r#"}"x"#"##),
                (Literal, "b'{'"),
                (Literal, "'}'"),
                (Literal, r"'\''"),
                (Literal, r###"br##"{"# "##"###),
                (LineComment, "// }"),
                (BlockComment, "/* { /* } */ { */"),
                (Literal, "c\"{\""),
            ],
        );
        check(
            "r#fn 'a: 1.5 1..2 'é'",
            &[
                (Word, "r#fn"),
                (Kind::Lifetime, "'a"),
                (Punct(b':'), ":"),
                (Literal, "1.5"),
                (Literal, "1"),
                (Punct(b'.'), "."),
                (Punct(b'.'), "."),
                (Literal, "2"),
                (Literal, "'é'"),
            ],
        );
    }

    #[test]
    fn broken_text_comes_to_an_end() {
        for text in ["\"", "'", "r#\"", "/*", "b'", "'\\", "\"\\", "r##", "é'"] {
            assert!(Scanner::new(text).count() <= 4, "{text}");
        }
    }
}
