//@ expect: none
//@ effect: none
//! A checksum farm: as many answers are waited for as jobs were started, so the sender that the farm keeps does no harm.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

struct Farm {
    done: Sender<(usize, u32)>,
    answers: Receiver<(usize, u32)>,
    started: usize,
}

impl Farm {
    fn new() -> Self {
        let (done, answers) = channel();
        Self { done, answers, started: 0 }
    }

    fn start(&mut self, block: &'static [u8]) {
        let done = self.done.clone();
        let number = self.started;
        self.started += 1;
        thread::spawn(move || {
            let sum = block.iter().map(|byte| u32::from(*byte)).sum();
            done.send((number, sum)).unwrap();
        });
    }

    fn collect(&self) -> Vec<u32> {
        let mut sums = vec![0; self.started];
        for _ in 0..self.started {
            let (number, sum) = self.answers.recv().unwrap();
            sums[number] = sum;
        }
        sums
    }
}

fn warm_up() -> u32 {
    let (tx, rx) = channel();
    for round in 0..6 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(round).unwrap());
    }
    let first: u32 = rx.iter().take(3).sum();
    let rest = rx.iter().take(3).count();
    first + u32::try_from(rest).unwrap_or(0)
}

fn main() {
    println!("{}", warm_up());
    let mut farm = Farm::new();
    for block in [&b"one"[..], b"two", b"three", b"four", b"five"] {
        farm.start(block);
    }
    println!("{:?}", farm.collect());
}
