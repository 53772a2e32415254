//@ expect: join_while_sender_held
//@ effect: hang

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use flume::{Receiver, Sender};

#[derive(Clone)]
struct Metric {
    name: &'static str,
    value: f64,
}

#[derive(Default)]
struct Totals {
    count: usize,
    sum: f64,
}

struct Metrics {
    outbox: Sender<Metric>,
    totals: Mutex<Totals>,
}

struct Exporter {
    metrics: Arc<Metrics>,
    thread: Option<JoinHandle<usize>>,
}

fn export(inbox: &Receiver<Metric>) -> usize {
    inbox
        .iter()
        .map(|metric| println!("{} {:.1}", metric.name, metric.value))
        .count()
}

impl Exporter {
    fn start() -> Self {
        let (outbox, inbox) = flume::bounded(32);
        let metrics = Arc::new(Metrics {
            outbox,
            totals: Mutex::default(),
        });
        let thread = Some(thread::spawn(move || export(&inbox)));
        Exporter { metrics, thread }
    }

    fn observe(&self, name: &'static str, value: f64) {
        if let Ok(mut totals) = self.metrics.totals.lock() {
            totals.count += 1;
            totals.sum += value;
        }
        let _ = self.metrics.outbox.send(Metric { name, value });
    }

    fn stop(&mut self) -> Option<usize> {
        let thread = self.thread.take()?;
        thread.join().ok() //~ join_while_sender_held
    }
}

fn main() {
    let mut exporter = Exporter::start();
    exporter.observe("latency", 3.5);
    exporter.observe("load", 0.7);
    if let Ok(totals) = exporter.metrics.totals.lock() {
        println!("{} observed, sum {:.1}", totals.count, totals.sum);
    }
    match exporter.stop() {
        Some(exported) => println!("{exported} exported"),
        None => println!("already stopped"),
    }
}
