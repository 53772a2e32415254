//@ expect: none
//@ effect: none

use std::io::Write;
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};

trait Sink: Send {
    fn write(&self, line: &str) -> bool;
}

struct Queued(Sender<String>);

struct Discard;

impl Sink for Queued {
    fn write(&self, line: &str) -> bool {
        self.0.send(line.to_owned()).is_ok()
    }
}

impl Sink for Discard {
    fn write(&self, _line: &str) -> bool {
        true
    }
}

struct Logger {
    sink: Box<dyn Sink>,
    thread: Option<JoinHandle<usize>>,
}

impl Logger {
    fn new(quiet: bool) -> Logger {
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

    fn close(mut self) -> Option<usize> {
        self.sink = Box::new(Discard);
        let thread = self.thread.take()?;
        thread.join().ok()
    }
}

fn main() {
    for quiet in [true, false] {
        let logger = Logger::new(quiet);
        println!("written: {}", logger.sink.write("hello"));
        println!("{:?}", logger.close());
    }
}
