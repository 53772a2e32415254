//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Buffer {
    bytes: Mutex<Vec<u8>>,
}

struct Writer {
    buffer: Arc<Buffer>,
    kick: SyncSender<()>,
    flusher: JoinHandle<usize>,
}

fn flush(buffer: &Buffer, kicks: Receiver<()>) -> usize {
    let mut flushed = 0;
    for () in kicks {
        thread::sleep(Duration::from_millis(2));
        if let Ok(mut bytes) = buffer.bytes.lock() {
            flushed += bytes.drain(..).count();
        }
    }
    flushed
}

impl Writer {
    fn new() -> Writer {
        let buffer = Arc::new(Buffer::default());
        let (kick, kicks) = sync_channel(1);
        let shared = Arc::clone(&buffer);
        let flusher = thread::spawn(move || flush(&shared, kicks));
        Writer { buffer, kick, flusher }
    }

    fn write(&self, bytes: &[u8]) {
        if let Ok(mut buffer) = self.buffer.bytes.lock() {
            buffer.extend_from_slice(bytes);
        }
        match self.kick.try_send(()) {
            Ok(()) | Err(TrySendError::Full(())) => {}
            Err(TrySendError::Disconnected(())) => eprintln!("the flusher is gone"),
        }
    }

    fn close(self) -> usize {
        self.kick.try_send(()).ok();
        drop(self.kick);
        self.flusher.join().unwrap_or(0)
    }
}

fn main() {
    let writer = Writer::new();
    for word in ["many ", "small ", "writes"] {
        writer.write(word.as_bytes());
    }
    println!("{} bytes flushed", writer.close());
}
