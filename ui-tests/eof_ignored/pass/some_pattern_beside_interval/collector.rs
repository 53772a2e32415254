use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{self, MissedTickBehavior};

pub struct Sample {
    pub value: u32,
}

#[derive(Clone, Default)]
pub struct Flushes(Arc<AtomicU32>);

impl Flushes {
    pub fn count(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

pub struct Collector {
    batch: Vec<u32>,
    flushes: Flushes,
}

impl Collector {
    pub fn new(flushes: Flushes) -> Collector {
        let batch = Vec::new();
        Collector { batch, flushes }
    }

    fn flush(&mut self) {
        self.flushes.0.fetch_add(1, Ordering::Relaxed);
        let sum: u32 = self.batch.drain(..).sum();
        if sum > 0 {
            println!("flushed {sum}");
        }
    }

    pub async fn run(mut self, mut inbox: UnboundedReceiver<Sample>) {
        let mut interval = time::interval(Duration::from_millis(5));
        interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                biased;
                sample = inbox.recv() => {
                    let Some(Sample { value }) = sample else {
                        self.flush();
                        return;
                    };
                    self.batch.push(value);
                }
                _ = interval.tick() => self.flush(),
            }
        }
    }
}
