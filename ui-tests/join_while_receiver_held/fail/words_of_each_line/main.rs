//@ expect: join_while_receiver_held
//@ effect: hang

mod stages;
mod token;

use std::sync::mpsc::sync_channel;
use std::thread;

use stages::{Counter, Lexer, Reader};

fn process(text: &str, limit: usize) -> usize {
    let (raw, lines) = sync_channel(1);
    let (token, tokens) = sync_channel(1);
    thread::scope(|scope| {
        let reader = scope.spawn(move || Reader { text }.run(raw));
        let lexer = scope.spawn(move || Lexer { lines }.run(token));
        let counter = Counter { tokens, limit };
        let count = counter.run();
        let lexed = lexer.join(); //~ join_while_receiver_held
        let read = reader.join().unwrap_or(0);
        println!("{read} {:?}", lexed.map(|result| result.is_ok()).is_ok());
        count
    })
}

fn main() {
    let text = "a b c\n".repeat(200);
    println!("{}", process(&text, 50) > 50);
}
