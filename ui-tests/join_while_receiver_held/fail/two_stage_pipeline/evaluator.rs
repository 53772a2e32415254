use std::thread::{self, ScopedJoinHandle};

use flume::Receiver;

use crate::lexer::{Token, lex};

#[derive(Debug)]
pub struct Overflow(i64);

fn add(tokens: &Receiver<Token>) -> Result<i64, Overflow> {
    let mut sum = 0;
    for token in tokens.iter() {
        if let Token::Number(number) = token {
            sum += number;
            if sum > 100 {
                return Err(Overflow(sum));
            }
        }
    }
    Ok(sum)
}

fn finish(lexer: ScopedJoinHandle<'_, usize>) -> usize {
    lexer.join().unwrap_or(0) //~ join_while_receiver_held
}

pub fn evaluate(text: &str) -> (Result<i64, Overflow>, usize) {
    let (outbox, tokens) = flume::bounded(2);
    thread::scope(|scope| {
        let lexer = scope.spawn(move || lex(text, &outbox));
        let sum = add(&tokens);
        let count = finish(lexer);
        (sum, count)
    })
}
