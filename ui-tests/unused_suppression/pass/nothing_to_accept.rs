//@ expect: none
//@ effect: none

use std::sync::mpsc;
use std::thread;

/// To accept a finding, write `must_abort: allow(rule): reason` in a comment above the statement.
fn run() -> u32 {
    let (tx, rx) = mpsc::channel();
    let worker = thread::spawn(move || tx.send("// must_abort: allow(leaked_sender)".len()));
    let answer = rx.iter().sum::<usize>();
    worker.join().unwrap().unwrap();
    u32::try_from(answer).unwrap()
}

fn main() {
    println!("{}", run());
}
