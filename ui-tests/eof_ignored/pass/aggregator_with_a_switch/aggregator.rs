use tokio::sync::{mpsc, watch};
use tokio::time::Interval;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Detail {
    Sums,
    Counts,
}

pub enum Sample {
    Gauge(f64),
    Count(u64),
}

pub struct Aggregator {
    pub samples: mpsc::Receiver<Sample>,
    pub detail: watch::Receiver<Detail>,
    pub every: Interval,
    pub sum: f64,
    pub flushes: u32,
}

impl Aggregator {
    fn apply(&mut self, sample: Sample) {
        match sample {
            Sample::Gauge(value) => self.sum = value,
            Sample::Count(n) if *self.detail.borrow() == Detail::Counts => self.sum += n as f64,
            Sample::Count(_) => {}
        }
    }

    pub async fn run(mut self) -> f64 {
        loop {
            tokio::select! {
                _ = self.every.tick() => self.flushes += 1,
                changed = self.detail.changed() => {
                    if changed.is_err() {
                        return self.sum;
                    }
                    self.detail.borrow_and_update();
                }
                Some(sample) = self.samples.recv() => self.apply(sample),
            }
        }
    }
}
