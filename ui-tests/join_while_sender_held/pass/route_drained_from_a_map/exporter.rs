use std::collections::HashMap;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded};

use crate::sink::{Sample, Sink};

struct Route {
    samples: Sender<Sample>,
    pump: JoinHandle<String>,
}

#[derive(Default)]
pub struct Exporter {
    routes: HashMap<&'static str, Route>,
}

impl Exporter {
    pub fn route(&mut self, name: &'static str, sink: Box<dyn Sink>) {
        let (samples, inbox) = bounded(32);
        let pump = thread::spawn(move || pump(inbox, sink));
        self.routes.insert(name, Route { samples, pump });
    }

    pub fn record(&self, name: &str, metric: &str, value: f64) -> bool {
        let Some(route) = self.routes.get(name) else {
            return false;
        };
        route.samples.send(Sample { metric: metric.to_owned(), value }).is_ok()
    }

    pub fn shutdown(&mut self) {
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
