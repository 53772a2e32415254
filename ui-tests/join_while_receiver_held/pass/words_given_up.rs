//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

#[derive(Debug)]
struct Raw(String);
#[derive(Debug)]
struct Token {
    text: String,
    line: usize,
}
#[derive(Debug)]
enum ParseError {
    Empty(usize),
}

struct Reader<'a> {
    text: &'a str,
}

struct Lexer {
    lines: Receiver<Raw>,
}

struct Counter {
    tokens: Receiver<Token>,
    limit: usize,
}

impl Reader<'_> {
    fn run(self, out: SyncSender<Raw>) -> usize {
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
    fn run(self, out: SyncSender<Token>) -> Result<(), ParseError> {
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
    fn run(&self) -> usize {
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

fn process(text: &str, limit: usize) -> usize {
    let (raw, lines) = sync_channel(1);
    let (token, tokens) = sync_channel(1);
    thread::scope(|scope| {
        let reader = scope.spawn(move || Reader { text }.run(raw));
        let lexer = scope.spawn(move || Lexer { lines }.run(token));
        let counter = Counter { tokens, limit };
        let count = counter.run();
        drop(counter);
        let lexed = lexer.join();
        let read = reader.join().unwrap_or(0);
        println!("{read} {:?}", lexed.map(|result| result.is_ok()).is_ok());
        count
    })
}

fn main() {
    let text = "a b c\n".repeat(200);
    println!("{}", process(&text, 50) > 50);
}
