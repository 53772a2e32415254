//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

struct Watcher {
    closing: Arc<AtomicBool>,
    thread: Option<JoinHandle<u32>>,
}

fn watch(closing: &AtomicBool) -> u32 {
    let mut looks = 0;
    while !closing.load(Ordering::Relaxed) {
        looks += 1;
        thread::sleep(Duration::from_millis(2));
    }
    looks
}

impl Watcher {
    fn start() -> Watcher {
        let closing = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&closing);
        Watcher { closing, thread: Some(thread::spawn(move || watch(&flag))) }
    }
}

// It gives the thread a second, and joins it only when it has ended.
impl Drop for Watcher {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Relaxed);
        let Some(thread) = self.thread.take() else { return };
        let deadline = Instant::now() + Duration::from_secs(1);
        while Instant::now() < deadline {
            if thread.is_finished() {
                println!("looked: {}", thread.join().is_ok_and(|looks| looks > 0));
                return;
            }
            thread::sleep(Duration::from_millis(5));
        }
        eprintln!("the watcher does not end");
    }
}

fn main() {
    let watcher = Watcher::start();
    thread::sleep(Duration::from_millis(20));
    drop(watcher);
    println!("done");
}
