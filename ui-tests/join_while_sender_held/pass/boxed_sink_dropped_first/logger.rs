use std::io::Write;
use std::sync::mpsc::channel;
use std::thread::{self, JoinHandle};

use crate::sink::{Discard, Queued, Sink};

pub struct Logger {
    pub sink: Box<dyn Sink>,
    thread: Option<JoinHandle<usize>>,
}

impl Logger {
    pub fn new(quiet: bool) -> Logger {
        if quiet {
            let sink = Box::new(Discard);
            return Logger { sink, thread: None };
        }
        let (lines, inbox) = channel::<String>();
        let thread = thread::spawn(move || {
            let mut file = Vec::new();
            for line in inbox {
                let _ = writeln!(file, "{line}");
            }
            file.len()
        });
        Logger { sink: Box::new(Queued(lines)), thread: Some(thread) }
    }

    pub fn close(mut self) -> Option<usize> {
        self.sink = Box::new(Discard);
        let thread = self.thread.take()?;
        thread.join().ok()
    }
}
