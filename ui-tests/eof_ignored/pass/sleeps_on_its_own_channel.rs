//@ expect: none
//@ effect: none

//! A flusher sleeps in `recv_timeout` of a channel whose sender it keeps itself: EOF never comes, and each round takes its time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Journal {
    lines: Mutex<Vec<String>>,
    written: AtomicUsize,
}

impl Journal {
    fn flush(&self) -> Result<(), String> {
        let mut lines = self.lines.lock().map_err(|_| "a writer has panicked".to_owned())?;
        self.written.fetch_add(lines.len(), Ordering::Relaxed);
        lines.clear();
        Ok(())
    }
}

fn start_flusher(journal: Arc<Journal>, every: Duration) -> std::io::Result<()> {
    let builder = thread::Builder::new().name("journal-flusher".to_owned());
    builder.spawn(move || {
        let (_sender, receiver): (Sender<()>, Receiver<()>) = channel();
        loop {
            receiver.recv_timeout(every).ok();
            journal.flush().ok();
        }
    })?;
    Ok(())
}

fn main() -> std::io::Result<()> {
    let journal = Arc::new(Journal::default());
    start_flusher(Arc::clone(&journal), Duration::from_millis(5))?;
    for line in 0..3 {
        if let Ok(mut lines) = journal.lines.lock() {
            lines.push(format!("line {line}"));
        }
    }
    while journal.written.load(Ordering::Relaxed) < 3 {
        thread::sleep(Duration::from_millis(5));
    }
    println!("flushed");
    Ok(())
}
