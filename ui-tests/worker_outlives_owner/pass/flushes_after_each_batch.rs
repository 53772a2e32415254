//@ expect: none
//@ effect: none

//! A log writer's thread takes lines in batches and flushes after each: that the flush went well is not why it ends, the disconnect is.

use std::fs::{self, File};
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvError, Sender, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Clone, Copy, PartialEq, Eq)]
enum WorkerState {
    Empty,
    Disconnected,
    Continue,
}

struct Worker {
    file: File,
    lines: Receiver<Vec<u8>>,
    alive: Arc<()>,
}

impl Worker {
    fn first(&mut self, line: &Result<Vec<u8>, RecvError>) -> io::Result<WorkerState> {
        match line {
            Ok(line) => {
                self.file.write_all(line)?;
                Ok(WorkerState::Continue)
            }
            Err(_) => Ok(WorkerState::Disconnected),
        }
    }

    fn next(&mut self, line: &Result<Vec<u8>, TryRecvError>) -> io::Result<WorkerState> {
        match line {
            Ok(line) => {
                self.file.write_all(line)?;
                Ok(WorkerState::Continue)
            }
            Err(TryRecvError::Empty) => Ok(WorkerState::Empty),
            Err(TryRecvError::Disconnected) => Ok(WorkerState::Disconnected),
        }
    }

    fn work(&mut self) -> io::Result<WorkerState> {
        let line = self.lines.recv();
        let mut state = self.first(&line)?;
        while state == WorkerState::Continue {
            let line = self.lines.try_recv();
            state = self.next(&line)?;
        }
        self.file.flush()?;
        Ok(state)
    }

    fn start(mut self) {
        thread::spawn(move || {
            loop {
                match self.work() {
                    Ok(WorkerState::Continue | WorkerState::Empty) | Err(_) => {}
                    Ok(WorkerState::Disconnected) => break,
                }
            }
            let _ = self.file.flush();
            drop(self.alive);
        });
    }
}

/// Lines that are written by a thread of their own; the thread ends with this value.
pub struct LogWriter {
    lines: Sender<Vec<u8>>,
}

impl LogWriter {
    /// Starts the thread.
    pub fn new(file: File, alive: Arc<()>) -> Self {
        let (lines, received) = channel();
        Worker { file, lines: received, alive }.start();
        LogWriter { lines }
    }

    /// Writes a line.
    pub fn line(&self, text: &str) {
        let _ = self.lines.send(format!("{text}\n").into_bytes());
    }
}

fn main() -> io::Result<()> {
    let path = std::env::temp_dir().join(format!("log-of-batches-{}", std::process::id()));
    let alive = Arc::new(());
    let log = LogWriter::new(File::create(&path)?, Arc::clone(&alive));
    log.line("first");
    log.line("second");
    drop(log);
    let start = Instant::now();
    while Arc::strong_count(&alive) > 1 && start.elapsed() < Duration::from_secs(5) {
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(Arc::strong_count(&alive), 1, "the thread is gone");
    let written = fs::read_to_string(&path)?;
    fs::remove_file(&path)?;
    assert_eq!(written, "first\nsecond\n");
    Ok(())
}
