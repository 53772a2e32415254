//@ expect: recv_while_sender_held
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

struct Bus {
    tx: Sender<u32>,
    rx: Receiver<u32>,
}

impl Bus {
    fn new() -> Self {
        let (tx, rx) = mpsc::channel();
        Bus { tx, rx }
    }

    fn feed(&self, count: u32) {
        for i in 0..count {
            let tx = self.tx.clone();
            thread::spawn(move || tx.send(i).unwrap());
        }
    }

    fn print_all(&self) {
        for value in &self.rx { //~ recv_while_sender_held
            println!("{value}");
        }
    }
}

fn main() {
    let bus = Bus::new();
    bus.feed(4);
    bus.print_all();
}
