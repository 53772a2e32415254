//@ expect: unused_suppression
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Poller {
    closing: Arc<AtomicBool>,
    thread: Option<JoinHandle<u32>>,
}

fn poll(closing: &AtomicBool) -> u32 {
    let mut polls = 0;
    while !closing.load(Ordering::Relaxed) {
        polls += 1;
        thread::sleep(Duration::from_millis(1));
    }
    polls
}

impl Poller {
    fn start() -> Poller {
        let closing = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&closing);
        // must_abort: allow(worker_outlives_owner): nobody can stop a poller //~ unused_suppression
        let thread = Some(thread::spawn(move || poll(&flag)));
        Poller { closing, thread }
    }
}

impl Drop for Poller {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            println!("polled: {}", thread.join().is_ok_and(|polls| polls > 0));
        }
    }
}

fn main() {
    let poller = Poller::start();
    thread::sleep(Duration::from_millis(10));
    drop(poller);
}
