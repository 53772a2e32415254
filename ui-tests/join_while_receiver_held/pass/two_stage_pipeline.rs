//@ expect: none
//@ effect: none

use std::thread::{self, ScopedJoinHandle};

use flume::{Receiver, Sender};

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Number(i64),
}

#[derive(Debug)]
struct Overflow(i64);

fn lex(text: &str, tokens: &Sender<Token>) -> usize {
    let mut count = 0;
    for part in text.split_whitespace() {
        let token = match part.parse() {
            Ok(number) => Token::Number(number),
            Err(_) => Token::Word(part.to_owned()),
        };
        if tokens.send(token).is_err() {
            break;
        }
        count += 1;
    }
    count
}

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
    lexer.join().unwrap_or(0)
}

fn evaluate(text: &str) -> (Result<i64, Overflow>, usize) {
    let (outbox, tokens) = flume::bounded(2);
    thread::scope(move |scope| {
        let lexer = scope.spawn(move || lex(text, &outbox));
        let sum = add(&tokens);
        drop(tokens);
        let count = finish(lexer);
        (sum, count)
    })
}

fn main() {
    for text in ["2 and 3", "99 bottles 99 more bottles 99 again and again and again"] {
        let (sum, count) = evaluate(text);
        println!("{sum:?} from {} tokens", count.min(3));
    }
}
