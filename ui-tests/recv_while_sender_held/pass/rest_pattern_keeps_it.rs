//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::thread::{self, JoinHandle};

use flume::{Receiver, Sender};

#[derive(Debug)]
struct Line {
    host: String,
    bytes: usize,
}

struct Shipper {
    lines: Sender<Line>,
    shipped: Receiver<Line>,
    tails: Vec<JoinHandle<usize>>,
}

impl Shipper {
    fn new() -> Self {
        let (lines, shipped) = flume::unbounded();
        Shipper { lines, shipped, tails: Vec::new() }
    }

    fn tail(&mut self, host: &str, text: &'static str) -> &mut Self {
        let host = host.to_owned();
        let out = self.lines.clone();
        self.tails.push(thread::spawn(move || {
            let mut count = 0;
            for line in text.lines().filter(|line| !line.is_empty()) {
                let line = Line { host: host.clone(), bytes: line.len() };
                if out.send(line).is_err() {
                    break;
                }
                count += 1;
            }
            count
        }));
        self
    }

    fn finish(self) -> Result<BTreeMap<String, usize>, String> {
        let Shipper { shipped, tails, lines } = self;
        drop(lines);
        let mut totals = BTreeMap::new();
        for line in shipped.iter() {
            *totals.entry(line.host).or_insert(0) += line.bytes;
        }
        for tail in tails {
            tail.join().map_err(|_| "a tail panicked".to_owned())?;
        }
        Ok(totals)
    }
}

fn main() -> Result<(), String> {
    let mut shipper = Shipper::new();
    shipper
        .tail("web-1", "GET /\nGET /favicon.ico\n")
        .tail("web-2", "POST /login\n\nGET /\n");
    for (host, bytes) in shipper.finish()? {
        println!("{host}: {bytes} bytes");
    }
    Ok(())
}
