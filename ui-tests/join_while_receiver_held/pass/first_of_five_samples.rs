//@ expect: none
//@ effect: none
//! A probe takes five samples. Whoever waits for its first result joins it then: the other four fit into the line.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

const SAMPLES: u64 = 5;
const ROOM: usize = 4;

struct Sample {
    number: u64,
    value: u64,
}

struct Probe {
    samples: Receiver<Sample>,
    thread: JoinHandle<u64>,
}

fn measure(to: &SyncSender<Sample>) -> u64 {
    let mut sum = 0;
    for number in 0..SAMPLES {
        thread::sleep(Duration::from_millis(2));
        let value = number * number;
        sum += value;
        if to.send(Sample { number, value }).is_err() {
            break;
        }
    }
    sum
}

impl Probe {
    fn start() -> Self {
        let (to, samples) = mpsc::sync_channel(ROOM);
        Self { samples, thread: thread::spawn(move || measure(&to)) }
    }

    fn first(&self) -> Option<Sample> {
        self.samples.recv().ok()
    }

    fn sum(self) -> u64 {
        let sum = self.thread.join().unwrap_or_default();
        println!("{} more samples", self.samples.try_iter().count());
        sum
    }
}

fn main() {
    let probe = Probe::start();
    if let Some(first) = probe.first() {
        println!("sample {}: {}", first.number, first.value);
    }
    println!("sum: {}", probe.sum());
}
