//@ expect: recv_while_sender_held
//@ effect: hang

use std::{sync::mpsc, thread};

fn print_all(values: &mpsc::Receiver<u32>) -> usize {
    let mut printed = 0;
    for value in values { //~ recv_while_sender_held
        println!("{value}");
        printed += 1;
    }
    printed
}

fn main() {
    let (tx, rx) = mpsc::channel();
    for i in 0..4 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(i).unwrap());
    }
    let printed = print_all(&rx);
    println!("{printed} values");
}
