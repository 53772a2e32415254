//! A queue counts its producers, and the drop of the last one closes it.
//@ expect: none
//@ effect: none

mod hose;

use std::thread::{self, JoinHandle};

use hose::{Tap, hose};

fn fill(tap: Tap<u32>, from: u32) -> JoinHandle<()> {
    thread::spawn(move || {
        for n in from..from + 4 {
            tap.pour(n);
        }
    })
}

fn main() {
    let (tap, drain) = hose();
    let bucket = thread::spawn(move || drain.sum::<u32>());
    let fillers: Vec<_> = [0, 10, 20].iter().map(|&n| fill(tap.clone(), n)).collect();
    drop(tap);
    for filler in fillers {
        filler.join().unwrap();
    }
    println!("{}", bucket.join().unwrap());

    let (tap, drain) = hose::<&str>();
    tap.pour("lonely");
    let spare = tap.clone();
    let taps = vec![tap, spare];
    let last = thread::spawn(move || drain.last());
    drop(taps);
    println!("{:?}", last.join().unwrap());
}
