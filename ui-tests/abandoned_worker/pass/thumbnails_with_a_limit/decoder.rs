use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub struct Decoder {
    pub thread: JoinHandle<usize>,
    pub enough: Arc<AtomicBool>,
}

impl Decoder {
    pub fn start(rows: u32, done: Arc<AtomicU32>) -> Decoder {
        let enough = Arc::new(AtomicBool::new(false));
        let told = Arc::clone(&enough);
        let thread = thread::spawn(move || {
            let mut bytes = 0;
            for row in 0..rows {
                if told.load(Ordering::Acquire) {
                    break;
                }
                bytes += decode_row(row);
                done.fetch_add(1, Ordering::Relaxed);
            }
            bytes
        });
        Decoder { thread, enough }
    }
}

fn decode_row(row: u32) -> usize {
    thread::sleep(Duration::from_millis(1));
    (row % 7) as usize + 1
}
