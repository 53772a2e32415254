//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::thread;

use crossbeam_channel::{Receiver, unbounded};

#[derive(Clone, Debug, Default, PartialEq)]
enum Token {
    #[default]
    Blank,
    Word(String),
    End,
}

struct Reader {
    tokens: Receiver<Token>,
    line: VecDeque<String>,
}

impl Reader {
    fn sentence(&mut self) -> Option<String> {
        loop {
            let token = self.tokens.recv().unwrap_or(Token::End);
            match token {
                Token::Blank => {}
                Token::Word(word) => self.line.push_back(word),
                Token::End if self.line.is_empty() => return None,
                Token::End => {
                    let words: Vec<_> = self.line.drain(..).collect();
                    return Some(words.join(" "));
                }
            }
        }
    }
}

fn lex(text: &'static str) -> Receiver<Token> {
    let (sender, tokens) = unbounded();
    thread::spawn(move || {
        for word in text.split(' ') {
            let token = match word {
                "" => Token::Blank,
                "." => Token::End,
                word => Token::Word(word.to_owned()),
            };
            if sender.send(token).is_err() {
                return;
            }
        }
    });
    tokens
}

fn main() {
    for text in ["it  ends .", "it does not"] {
        let mut reader = Reader { tokens: lex(text), line: VecDeque::new() };
        println!("{:?}", reader.sentence());
    }
}
