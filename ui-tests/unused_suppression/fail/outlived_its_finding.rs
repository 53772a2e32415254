//@ expect: unused_suppression
//@ effect: none

use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    for worker in 0..3 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(worker).unwrap());
    }
    drop(tx);
    // must_abort: allow(recv_while_sender_held): the sender went with the old supervisor //~ unused_suppression
    for worker in rx {
        println!("{worker} is done");
    }
}
