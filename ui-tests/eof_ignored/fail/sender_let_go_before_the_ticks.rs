//@ expect: eof_ignored
//@ effect: spin
//! A ticker sleeps in `recv_timeout` of its own channel, and lets go of the sender before: each wait ends at once.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

struct Gauge {
    samples: u64,
    sum: u64,
}

impl Gauge {
    fn sample(&mut self, value: u64) {
        self.samples += 1;
        self.sum = self.sum.wrapping_add(value);
    }
}

fn sample_for_ever(every: Duration, first: u64) {
    let (stop, ticks) = channel::<()>();
    let mut gauge = Gauge { samples: 0, sum: 0 };
    if first == 0 {
        let _ = stop.send(());
    }
    drop(stop);
    loop {
        ticks.recv_timeout(every).ok(); //~ eof_ignored
        gauge.sample(first);
    }
}

fn main() {
    let sampler = thread::spawn(|| sample_for_ever(Duration::from_secs(60), 7));
    println!("sampling");
    let _ = sampler.join();
}
