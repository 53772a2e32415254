//@ expect: none
//@ effect: none

use std::thread;

use std::sync::mpsc::{Receiver, Sender, channel};

enum Work {
    Seed { tx: Sender<Work>, depth: u8 },
    Leaf(u8),
}

fn grow(work: Receiver<Work>) -> u32 {
    let mut leaves = 0;
    for work in work {
        match work {
            Work::Seed { tx, depth: 0 } => {
                let _ = tx.send(Work::Leaf(1));
            }
            Work::Seed { tx, depth } => {
                for _ in 0..2 {
                    let seed = Work::Seed { tx: tx.clone(), depth: depth - 1 };
                    let _ = tx.send(seed);
                }
            }
            Work::Leaf(count) => leaves += u32::from(count),
        }
    }
    leaves
}

fn plant(depth: u8) -> Option<u32> {
    let (tx, work) = channel();
    let gardener = thread::spawn(move || grow(work));
    let seed = Work::Seed { tx: tx.clone(), depth };
    tx.send(seed).ok()?;
    drop(tx);
    gardener.join().ok()
}

fn main() {
    for depth in 0..4 {
        println!("depth {depth}: {:?} leaves", plant(depth));
    }
}
