//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::fmt::Write as _;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded};

trait Sink: Send + 'static {
    fn accept(&mut self, metric: &str, value: f64);
    fn close(self: Box<Self>) -> String;
}

#[derive(Default)]
struct Csv {
    text: String,
}

impl Sink for Csv {
    fn accept(&mut self, metric: &str, value: f64) {
        let _ = writeln!(self.text, "{metric},{value}");
    }

    fn close(self: Box<Self>) -> String {
        self.text
    }
}

struct Sample {
    metric: String,
    value: f64,
}

struct Route {
    samples: Sender<Sample>,
    pump: JoinHandle<String>,
}

#[derive(Default)]
struct Exporter {
    routes: HashMap<&'static str, Route>,
}

impl Exporter {
    fn route(&mut self, name: &'static str, sink: Box<dyn Sink>) {
        let (samples, inbox) = bounded(32);
        let pump = thread::spawn(move || pump(inbox, sink));
        self.routes.insert(name, Route { samples, pump });
    }

    fn record(&self, name: &str, metric: &str, value: f64) -> bool {
        let Some(route) = self.routes.get(name) else {
            return false;
        };
        route.samples.send(Sample { metric: metric.to_owned(), value }).is_ok()
    }

    fn shutdown(&mut self) {
        for (name, route) in self.routes.drain() {
            drop(route.samples);
            match route.pump.join() {
                Ok(text) => println!("{name}: {} lines", text.lines().count()),
                Err(_) => eprintln!("{name}: pump panicked"),
            }
        }
    }
}

fn pump(inbox: Receiver<Sample>, mut sink: Box<dyn Sink>) -> String {
    while let Ok(Sample { metric, value }) = inbox.recv() {
        sink.accept(&metric, value);
    }
    sink.close()
}

fn main() {
    let mut exporter = Exporter::default();
    exporter.route("disk", Box::new(Csv::default()));
    exporter.route("net", Box::<Csv>::default());
    for round in 0..3 {
        exporter.record("disk", "free", 0.5 - f64::from(round) / 10.0);
        exporter.record("net", "rx", f64::from(round));
    }
    println!("unknown route: {}", exporter.record("gpu", "temp", 71.0));
    exporter.shutdown();
}
