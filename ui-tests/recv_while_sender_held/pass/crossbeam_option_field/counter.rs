use std::collections::BTreeMap;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded};

struct Line {
    file: usize,
    words: usize,
}

pub struct Counter {
    lines: Option<Sender<Line>>,
    found: Receiver<Line>,
    readers: Vec<JoinHandle<()>>,
}

impl Counter {
    pub fn with_capacity(capacity: usize) -> Counter {
        let (lines, found) = bounded(capacity);
        Counter {
            lines: Some(lines),
            found,
            readers: Vec::new(),
        }
    }

    pub fn add(&mut self, text: &'static str) -> Result<(), &'static str> {
        let lines = self.lines.as_ref().ok_or("counter is closed")?.clone();
        let file = self.readers.len();
        self.readers.push(thread::spawn(move || {
            for line in text.lines() {
                let words = line.split_whitespace().count();
                if lines.send(Line { file, words }).is_err() {
                    return;
                }
            }
        }));
        Ok(())
    }

    pub fn finish(mut self) -> BTreeMap<usize, usize> {
        self.lines.take();
        let mut totals = BTreeMap::new();
        loop {
            match self.found.recv() {
                Ok(line) => *totals.entry(line.file).or_default() += line.words,
                Err(_) => break,
            }
        }
        for reader in self.readers {
            if reader.join().is_err() {
                eprintln!("a reader panicked");
            }
        }
        totals
    }
}
