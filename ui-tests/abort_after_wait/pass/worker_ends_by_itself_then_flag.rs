//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

struct Monitor {
    busy: Arc<AtomicBool>,
    peak: Arc<AtomicU32>,
}

fn encode(frames: u32, load: &AtomicU32) -> u32 {
    let mut bytes = 0;
    for frame in 0..frames {
        load.store(frame % 5, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(1));
        bytes += frame * 10;
    }
    bytes
}

impl Monitor {
    fn watch(&self, load: Arc<AtomicU32>) -> thread::JoinHandle<()> {
        let (busy, peak) = (Arc::clone(&self.busy), Arc::clone(&self.peak));
        thread::spawn(move || {
            while busy.load(Ordering::Acquire) {
                peak.fetch_max(load.load(Ordering::Relaxed), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(1));
            }
        })
    }
}

fn main() {
    let monitor = Monitor { busy: Arc::new(AtomicBool::new(true)), peak: Arc::default() };
    let load = Arc::new(AtomicU32::new(0));
    let watcher = monitor.watch(Arc::clone(&load));
    let encoder = thread::spawn(move || encode(20, &load));

    let bytes = encoder.join();
    monitor.busy.store(false, Ordering::Release);
    let watched = watcher.join();

    println!("{:?} bytes, watched: {}", bytes.ok(), watched.is_ok());
    println!("peak below five: {}", monitor.peak.load(Ordering::Relaxed) < 5);
}
