//@ expect: recv_while_sender_held
//@ effect: hang

use std::{sync::mpsc, thread};

fn main() {
    let (tx, rx) = mpsc::channel();
    for i in 0..4 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(i).unwrap());
    }
    let _ = tx;
    for value in rx { //~ recv_while_sender_held
        println!("{value}");
    }
}
