//@ expect: none
//@ effect: none

use std::{sync::mpsc, thread};

fn main() {
    let (tx, rx) = mpsc::channel();
    for i in 0..4 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(i).unwrap());
    }
    drop(tx);
    for value in rx {
        println!("{value}");
    }
}
