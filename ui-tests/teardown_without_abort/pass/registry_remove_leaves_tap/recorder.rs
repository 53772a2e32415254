use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

struct Stream {
    _keep_running: Sender<()>,
}

#[derive(Default)]
pub struct Recorder {
    streams: HashMap<u32, Stream>,
    taps: HashMap<u32, Sender<Vec<u8>>>,
}

fn capture(stop: &Receiver<()>, tap: &Sender<Vec<u8>>, period: Duration) {
    let mut level = 0u8;
    while stop.recv_timeout(period) == Err(RecvTimeoutError::Timeout) {
        level = level.wrapping_add(3);
        if tap.send(vec![level; 16]).is_err() {
            break;
        }
    }
}

impl Recorder {
    pub fn record(&mut self, id: u32, period: Duration) -> Receiver<Vec<u8>> {
        let (keep_running, stop) = mpsc::channel();
        let (tap, chunks) = mpsc::channel();
        self.taps.insert(id, tap.clone());
        thread::spawn(move || capture(&stop, &tap, period));
        let stream = Stream {
            _keep_running: keep_running,
        };
        self.streams.insert(id, stream);
        chunks
    }

    pub fn inject(&self, id: u32, chunk: Vec<u8>) -> bool {
        match self.taps.get(&id) {
            Some(tap) => tap.send(chunk).is_ok(),
            None => false,
        }
    }

    pub fn open(&self) -> usize {
        self.streams.len()
    }

    pub fn stop(&mut self, id: u32) {
        self.streams.remove(&id);
        self.taps.remove(&id);
    }
}
