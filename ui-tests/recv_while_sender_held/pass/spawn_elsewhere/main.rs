//@ expect: none
//@ effect: none

mod feed;

use std::sync::mpsc;

fn main() {
    let (tx, rx) = mpsc::channel();
    feed::start(&tx, 4);
    drop(tx);
    for value in rx {
        println!("{value}");
    }
}
