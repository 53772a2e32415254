//@ expect: unused_suppression
//@ effect: none

use std::sync::mpsc;
use std::thread;

#[must_abort::allow_hang(join_while_sender_held, reason = "the worker is stopped by a signal")] //~ unused_suppression
fn run(jobs: u32) -> u32 {
    let (tx, rx) = mpsc::channel::<u32>();
    let worker = thread::spawn(move || rx.iter().sum());
    for job in 0..jobs {
        tx.send(job).unwrap();
    }
    drop(tx);
    worker.join().unwrap()
}

fn main() {
    println!("{}", run(4));
}
