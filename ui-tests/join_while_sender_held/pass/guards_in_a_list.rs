//! A thread has captured a list of guards and only counts them; with the thread they go, and close what another one watches.
//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

struct Closer(Arc<AtomicBool>);

impl Drop for Closer {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

fn main() {
    let closed = Arc::new(AtomicBool::new(false));
    let closers = vec![Closer(closed.clone())];
    let reader = thread::spawn(move || {
        while !closed.load(Ordering::Acquire) {
            thread::sleep(Duration::from_millis(1));
        }
    });
    let poster = thread::spawn(move || println!("{}", closers.len()));
    poster.join().unwrap();
    reader.join().unwrap();
}
