//@ expect: none
//@ effect: none

use std::sync::OnceLock;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Metric {
    Count(&'static str, u64),
    Shutdown,
}

// A static is never dropped, so the end is a message.
static METRICS: OnceLock<Sender<Metric>> = OnceLock::new();

fn count(name: &'static str, by: u64) {
    if let Some(metrics) = METRICS.get() {
        let _ = metrics.send(Metric::Count(name, by));
    }
}

fn aggregate(metrics: Receiver<Metric>) -> Vec<(&'static str, u64)> {
    let mut totals: Vec<(&'static str, u64)> = Vec::new();
    for metric in metrics {
        let Metric::Count(name, by) = metric else { break };
        match totals.iter_mut().find(|(known, _)| *known == name) {
            Some((_, total)) => *total += by,
            None => totals.push((name, by)),
        }
    }
    totals
}

fn init() -> JoinHandle<Vec<(&'static str, u64)>> {
    let (sender, metrics) = mpsc::channel();
    if METRICS.set(sender).is_err() {
        eprintln!("initialised twice");
    }
    thread::spawn(move || aggregate(metrics))
}

fn main() {
    let thread = init();
    for (name, by) in [("requests", 2), ("errors", 1), ("requests", 3)] {
        count(name, by);
    }
    if let Some(metrics) = METRICS.get() {
        let _ = metrics.send(Metric::Shutdown);
    }
    println!("{:?}", thread.join().ok());
}
