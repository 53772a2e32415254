use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use flume::Receiver;

use crate::metrics::{Metric, Metrics};

pub struct Exporter {
    pub metrics: Arc<Metrics>,
    thread: Option<JoinHandle<usize>>,
}

fn export(inbox: &Receiver<Metric>) -> usize {
    inbox
        .iter()
        .map(|metric| println!("{} {:.1}", metric.name, metric.value))
        .count()
}

impl Exporter {
    pub fn start() -> Self {
        let (outbox, inbox) = flume::bounded(32);
        let metrics = Arc::new(Metrics {
            outbox,
            totals: Mutex::default(),
        });
        let thread = Some(thread::spawn(move || export(&inbox)));
        Exporter { metrics, thread }
    }

    pub fn observe(&self, name: &'static str, value: f64) {
        if let Ok(mut totals) = self.metrics.totals.lock() {
            totals.count += 1;
            totals.sum += value;
        }
        let _ = self.metrics.outbox.send(Metric { name, value });
    }

    pub fn stop(&mut self) -> Option<usize> {
        let thread = self.thread.take()?;
        thread.join().ok() //~ join_while_sender_held
    }
}
