use std::sync::mpsc::{Receiver, SyncSender};

use crate::token::{ParseError, Raw, Token};

pub struct Reader<'a> {
    pub text: &'a str,
}

pub struct Lexer {
    pub lines: Receiver<Raw>,
}

pub struct Counter {
    pub tokens: Receiver<Token>,
    pub limit: usize,
}

impl Reader<'_> {
    pub fn run(self, out: SyncSender<Raw>) -> usize {
        let mut count = 0;
        for line in self.text.lines() {
            if out.send(Raw(line.to_owned())).is_err() {
                break;
            }
            count += 1;
        }
        count
    }
}

impl Lexer {
    pub fn run(self, out: SyncSender<Token>) -> Result<(), ParseError> {
        for (line, raw) in self.lines.iter().enumerate() {
            for word in raw.0.split(' ') {
                if word.is_empty() {
                    return Err(ParseError::Empty(line));
                }
                if out.send(Token { text: word.to_owned(), line }).is_err() {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

impl Counter {
    pub fn run(&self) -> usize {
        let mut count = 0;
        while let Ok(token) = self.tokens.recv() {
            count += token.text.len() + token.line;
            if count > self.limit {
                return count;
            }
        }
        count
    }
}
