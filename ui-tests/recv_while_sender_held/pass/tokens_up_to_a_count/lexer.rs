use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    Word(String),
    Number(i64),
    End,
}

fn lex(text: &str, out: &Sender<Token>) {
    for part in text.split(' ') {
        let token = part.parse().map_or_else(|_| Token::Word(part.to_string()), Token::Number);
        let _ = out.send(token);
    }
    let _ = out.send(Token::End);
}

pub struct Lexer {
    out: Sender<Token>,
    pub tokens: Receiver<Token>,
}

impl Lexer {
    pub fn new() -> Lexer {
        let (out, tokens) = channel();
        Lexer { out, tokens }
    }

    pub fn feed(&self, text: &'static str) {
        let out = self.out.clone();
        thread::spawn(move || lex(text, &out));
    }

    pub fn sentence(&self) -> Vec<Token> {
        self.tokens.iter().take_while(|t| *t != Token::End).collect()
    }

    pub fn sum(&self) -> i64 {
        self.tokens
            .iter()
            .map_while(|token| match token {
                Token::Number(n) => Some(n),
                Token::Word(_) => Some(0),
                Token::End => None,
            })
            .sum()
    }

    pub fn first_number(&self) -> Option<i64> {
        let found = self.tokens.iter().find_map(|token| match token {
            Token::Number(n) => Some(n),
            _ => None,
        });
        let rest = self.tokens.iter().position(|token| token == Token::End);
        println!("{rest:?} tokens skipped");
        found
    }

    pub fn histogram(&self, n: usize) -> HashMap<usize, usize> {
        let mut sizes = HashMap::new();
        for token in self.tokens.iter().take(n) {
            if let Token::Word(word) = token {
                *sizes.entry(word.len()).or_default() += 1;
            }
        }
        sizes
    }

    pub fn upto_end(&self) -> usize {
        let mut tokens = self.tokens.iter().peekable();
        let mut n = 0;
        while tokens.next_if(|t| !matches!(t, Token::End)).is_some() {
            n += 1;
        }
        n
    }

    pub fn zip_numbers(&self) -> Vec<(u8, Token)> {
        (b'a'..=b'c').zip(self.tokens.iter()).collect()
    }
}
