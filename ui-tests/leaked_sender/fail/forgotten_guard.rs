//@ expect: leaked_sender
//@ effect: hang

use std::fmt::Write as _;
use std::mem;
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

struct Span {
    name: &'static str,
    micros: u64,
}

struct Tracer {
    spans: Sender<Span>,
    name: &'static str,
    enabled: bool,
}

impl Tracer {
    fn new(name: &'static str, spans: Sender<Span>) -> Self {
        Tracer { spans, name, enabled: true }
    }

    fn record(&self, micros: u64) {
        if self.enabled {
            let name = self.name;
            let _ = self.spans.send(Span { name, micros });
        }
    }
}

impl Drop for Tracer {
    fn drop(&mut self) {
        self.record(0);
    }
}

fn finish_quietly(tracer: Tracer) {
    mem::forget(tracer); //~ leaked_sender
}

fn report(spans: &Receiver<Span>) -> String {
    let mut text = String::new();
    for span in spans.iter() {
        let _ = write!(text, "{}={} ", span.name, span.micros);
    }
    text
}

fn main() {
    let (sender, spans) = unbounded();
    let query = Tracer::new("query", sender.clone());
    let render = Tracer::new("render", sender);
    let worker = thread::spawn(move || {
        query.record(120);
    });
    render.record(45);
    finish_quietly(render);
    println!("{}", report(&spans));
    if worker.join().is_err() {
        eprintln!("the query panicked");
    }
}
