//@ expect: unused_suppression
//@ effect: none

use std::sync::mpsc::{self, Receiver};
use std::thread;

fn drain(rx: &Receiver<u32>) -> u32 {
    // must_abort: allow(recv_while_sender_holds): a misspelt rule //~ unused_suppression
    rx.iter().sum()
}

fn main() {
    let (tx, rx) = mpsc::channel();
    // must_abort: allow(leaked_sender) //~ unused_suppression
    let sender = thread::spawn(move || (0..10).for_each(|n| tx.send(n).unwrap()));
    println!("{}", drain(&rx));
    sender.join().unwrap();
}
