//@ expect: none
//@ effect: none

use std::thread::{self, JoinHandle};

use flume::{Receiver, Sender, TrySendError};

#[derive(Debug, Default)]
struct Summary {
    reported: u32,
    skipped: u32,
}

struct Progress {
    percent: Receiver<u32>,
    thread: JoinHandle<Summary>,
}

fn work(steps: u32, percent: &Sender<u32>) -> Summary {
    let mut summary = Summary::default();
    for step in 1..=steps {
        match percent.try_send(step * 100 / steps) {
            Ok(()) => summary.reported += 1,
            Err(TrySendError::Full(_)) => summary.skipped += 1,
            Err(TrySendError::Disconnected(_)) => break,
        }
    }
    summary
}

fn start(steps: u32) -> Progress {
    let (sender, percent) = flume::bounded(3);
    let thread = thread::spawn(move || work(steps, &sender));
    Progress { percent, thread }
}

fn main() {
    let progress = start(50);
    if let Ok(first) = progress.percent.recv() {
        println!("first report: {first} %");
    }
    match progress.thread.join() {
        Ok(summary) => println!("{}", summary.reported + summary.skipped),
        Err(_) => eprintln!("the worker panicked"),
    }
    println!("{} reports left", progress.percent.drain().count().min(1));
}
