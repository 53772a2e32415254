//@ expect: abandoned_worker
//@ effect: leak

mod job;

use std::thread;
use std::time::Duration;

use job::{launch, spin};

fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}

fn main() {
    let quick = launch(Duration::from_millis(500), |_| 42);
    println!("{:?}", quick.wait());
    let slow = launch(Duration::from_millis(30), spin);
    println!("{:?} {}", slow.wait(), 1);
    thread::sleep(Duration::from_millis(100));
    if threads() > 1 {
        std::process::exit(3);
    }
}
