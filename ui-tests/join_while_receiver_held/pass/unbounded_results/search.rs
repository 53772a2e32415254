use std::collections::HashSet;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, unbounded};

struct Hit {
    line: usize,
    text: &'static str,
}

pub struct Search {
    hits: Receiver<Hit>,
    workers: Vec<JoinHandle<usize>>,
}

fn grep(pattern: &str, start: usize, lines: &[&'static str], hits: Sender<Hit>) -> usize {
    let mut sent = 0;
    for (offset, &text) in lines.iter().enumerate() {
        if text.contains(pattern) {
            let line = start + offset;
            if hits.send(Hit { line, text }).is_err() {
                break;
            }
            sent += 1;
        }
    }
    sent
}

impl Search {
    pub fn start(pattern: &'static str, lines: &'static [&'static str]) -> Search {
        let (outbox, hits) = unbounded();
        let mut workers = Vec::new();
        for (index, part) in lines.chunks(2).enumerate() {
            let outbox = outbox.clone();
            workers.push(thread::spawn(move || grep(pattern, index * 2, part, outbox)));
        }
        Search { hits, workers }
    }

    pub fn distinct(self) -> HashSet<&'static str> {
        let mut sent = 0;
        for worker in self.workers {
            sent += worker.join().unwrap_or_default();
        }
        println!("{sent} hits");
        let mut lines: Vec<Hit> = self.hits.iter().collect();
        lines.sort_by_key(|hit| hit.line);
        lines.into_iter().map(|hit| hit.text).collect()
    }
}
