//! One open segment of the journal and the thread that writes it.

use std::io;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

pub struct Segment {
    number: u32,
    lines: Option<Sender<String>>,
    writer: Option<JoinHandle<u64>>,
}

impl Segment {
    pub fn open(number: u32) -> io::Result<Self> {
        let (lines, queue) = mpsc::channel::<String>();
        let writer = thread::Builder::new().name(format!("segment-{number}")).spawn(move || {
            let mut bytes = 0;
            for line in queue {
                bytes += line.len() as u64 + 1;
            }
            bytes
        })?;
        Ok(Self { number, lines: Some(lines), writer: Some(writer) })
    }

    pub fn append(&self, line: &str) {
        if let Some(lines) = &self.lines {
            let _ = lines.send(line.to_owned());
        }
    }

    pub fn seal(&mut self) {
        self.append("-- sealed");
        self.lines = None;
    }

    /// Where one reads on after this segment.
    pub fn mark(&mut self) {
        self.append("-- mark");
    }

    pub fn number(&self) -> u32 {
        self.number
    }

    pub fn written(&mut self) -> u64 {
        self.writer.take().map_or(0, |writer| writer.join().unwrap_or(0))
    }
}
