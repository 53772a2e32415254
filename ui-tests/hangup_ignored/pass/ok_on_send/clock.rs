use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use flume::{Receiver, Sender};

#[derive(Clone, Default)]
pub struct Count(Arc<AtomicU64>);

#[derive(Debug)]
pub struct Time(pub u64);

impl Count {
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    fn next(&self) -> Time {
        Time(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

fn tick(times: &Sender<Time>, count: &Count, period: Duration) {
    while !times.is_disconnected() {
        times.send(count.next()).ok();
        thread::sleep(period);
    }
}

pub fn start(period: Duration) -> (Receiver<Time>, Count) {
    let (sender, times) = flume::unbounded();
    let count = Count::default();
    let counter = count.clone();
    thread::spawn(move || tick(&sender, &counter, period));
    (times, count)
}
