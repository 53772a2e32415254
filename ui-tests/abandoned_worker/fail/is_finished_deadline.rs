//@ expect: abandoned_worker
//@ effect: leak

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

#[derive(Default)]
struct Search {
    tried: AtomicU64,
    cancelled: AtomicBool,
}

impl Search {
    fn factor(&self, number: u64) -> Option<u64> {
        for candidate in 2..number {
            if self.cancelled.load(Ordering::Relaxed) {
                return None;
            }
            self.tried.fetch_add(1, Ordering::Relaxed);
            if number % candidate == 0 {
                return Some(candidate);
            }
            thread::sleep(Duration::from_millis(1));
        }
        None
    }
}

fn wait_for(worker: JoinHandle<Option<u64>>, patience: Duration) -> Option<u64> {
    let deadline = Instant::now() + patience;
    while !worker.is_finished() { //~ abandoned_worker
        if Instant::now() >= deadline {
            println!("no factor in time");
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
    worker.join().ok().flatten()
}

fn main() -> ExitCode {
    let search = Arc::new(Search::default());
    for number in [15, 1_000_003] {
        let theirs = Arc::clone(&search);
        let worker = thread::spawn(move || theirs.factor(number));
        let factor = wait_for(worker, Duration::from_millis(60));
        println!("{number}: {factor:?}");
    }

    thread::sleep(Duration::from_millis(20));
    let before = search.tried.load(Ordering::Relaxed);
    thread::sleep(Duration::from_millis(60));
    if search.tried.load(Ordering::Relaxed) > before {
        println!("the search goes on");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
