use std::io;
use std::ops::Range;
use std::thread::{Builder, JoinHandle};

use crossbeam_channel::{Receiver, bounded};

pub struct Scanner {
    found: Receiver<u64>,
    thread: Option<JoinHandle<()>>,
}

impl Scanner {
    pub fn start(name: &str, range: Range<u64>) -> io::Result<Scanner> {
        let (outbox, found) = bounded(0);
        let thread = Builder::new().name(name.to_owned()).spawn(move || {
            for number in range {
                if outbox.send(number * number).is_err() {
                    return;
                }
            }
        })?;
        Ok(Scanner { found, thread: Some(thread) })
    }

    pub fn next(&self) -> Option<u64> {
        self.found.recv().ok()
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            if thread.join().is_err() { //~ join_while_receiver_held
                eprintln!("scanner panicked");
            }
        }
    }
}
