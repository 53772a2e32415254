//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

struct Holder {
    tx: Option<Sender<u32>>,
}

fn count(rx: Receiver<u32>) -> usize {
    rx.into_iter().count()
}

fn send_in_thread(tx: Sender<u32>) {
    thread::spawn(move || {
        for value in 0..3 {
            let _ = tx.send(value);
        }
    });
}

fn never_bound() -> usize {
    let (_, rx) = mpsc::channel();
    count(rx)
}

fn end_of_a_block() -> usize {
    let rx = {
        let (tx, rx) = mpsc::channel();
        send_in_thread(tx.clone());
        rx
    };
    count(rx)
}

fn cleared_vector() -> usize {
    let (tx, rx) = mpsc::channel();
    let mut senders = vec![tx.clone(), tx];
    senders.iter().cloned().for_each(send_in_thread);
    senders.clear();
    count(rx)
}

fn assigned_none() -> usize {
    let (tx, rx) = mpsc::channel();
    let mut holder = Holder { tx: Some(tx) };
    if let Some(tx) = &holder.tx {
        send_in_thread(tx.clone());
    }
    holder.tx = None;
    let received = count(rx);
    println!("holds nothing: {}", holder.tx.is_none());
    received
}

fn moved_into_a_call() -> usize {
    let (tx, rx) = mpsc::channel();
    send_in_thread(tx);
    count(rx)
}

fn overwritten() -> usize {
    let (mut tx, rx) = mpsc::channel();
    send_in_thread(tx.clone());
    tx = mpsc::channel().0;
    let received = count(rx);
    println!("a new sender: {}", tx.send(1).is_err());
    received
}

fn main() {
    println!("{} {}", never_bound(), end_of_a_block());
    println!("{} {}", cleared_vector(), assigned_none());
    println!("{} {}", moved_into_a_call(), overwritten());
}
