//@ expect: eof_ignored
//@ effect: spin

use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::time::{Interval, interval};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Detail {
    Sums,
    Counts,
}

enum Sample {
    Gauge(f64),
    Count(u64),
}

struct Aggregator {
    samples: mpsc::Receiver<Sample>,
    detail: watch::Receiver<Detail>,
    every: Interval,
    sum: f64,
    flushes: u32,
}

impl Aggregator {
    fn apply(&mut self, sample: Sample) {
        match sample {
            Sample::Gauge(value) => self.sum = value,
            Sample::Count(n) if *self.detail.borrow() == Detail::Counts => self.sum += n as f64,
            Sample::Count(_) => {}
        }
    }

    async fn run(mut self) -> f64 {
        loop {
            tokio::select! {
                _ = self.every.tick() => self.flushes += 1,
                _ = self.detail.changed() => { //~ eof_ignored
                    self.detail.borrow_and_update();
                }
                Some(sample) = self.samples.recv() => self.apply(sample),
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let (tx, samples) = mpsc::channel(4);
    let (detail_tx, detail) = watch::channel(Detail::Sums);
    let every = interval(Duration::from_millis(5));
    let aggregator = Aggregator { samples, detail, every, sum: 0.0, flushes: 0 };
    let aggregator = tokio::spawn(aggregator.run());
    tx.send(Sample::Gauge(1.5)).await.ok();
    detail_tx.send(Detail::Counts).ok();
    tx.send(Sample::Count(3)).await.ok();
    tokio::time::sleep(Duration::from_millis(20)).await;
    drop((tx, detail_tx));
    println!("{:?}", aggregator.await);
}
