//@ expect: recv_while_sender_held
//@ effect: hang

mod feed;

use std::sync::mpsc;

fn main() {
    let (tx, rx) = mpsc::channel();
    feed::start(&tx, 4);
    for value in rx { //~ recv_while_sender_held
        println!("{value}");
    }
}
