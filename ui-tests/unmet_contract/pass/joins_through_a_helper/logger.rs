use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use must_abort::joins;

pub struct Logger {
    lines: Option<Sender<String>>,
    thread: Option<JoinHandle<usize>>,
}

#[joins(handle)]
fn join(handle: JoinHandle<usize>, name: &str) -> usize {
    match handle.join() {
        Ok(lines) => lines,
        Err(_) => {
            eprintln!("{name} panicked");
            0
        }
    }
}

impl Logger {
    pub fn start(prefix: &'static str) -> Logger {
        let (lines, inbox) = mpsc::channel::<String>();
        let thread = thread::spawn(move || {
            let mut count = 0;
            for line in inbox {
                println!("{prefix}{line}");
                count += 1;
            }
            count
        });
        Logger { lines: Some(lines), thread: Some(thread) }
    }

    pub fn log(&self, line: &str) {
        if let Some(lines) = &self.lines {
            let _ = lines.send(line.to_owned());
        }
    }

    #[joins(self.thread)]
    pub fn finish(mut self) -> usize {
        self.lines = None;
        match self.thread.take() {
            Some(thread) => join(thread, "logger"),
            None => 0,
        }
    }
}
