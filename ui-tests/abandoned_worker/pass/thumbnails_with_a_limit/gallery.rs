use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::budget::Budget;
use crate::decoder::Decoder;

pub struct Gallery {
    budget: Budget,
    rows: Arc<AtomicU32>,
}

impl Gallery {
    pub fn new(budget: Budget) -> Gallery {
        Gallery { budget, rows: Arc::default() }
    }

    pub fn rows(&self) -> u32 {
        self.rows.load(Ordering::Relaxed)
    }

    pub fn thumbnail(&self, name: &str, rows: u32) -> Option<usize> {
        let ends = self.budget.ends();
        let decoder = Decoder::start(rows, Arc::clone(&self.rows));
        while !decoder.thread.is_finished() {
            if Instant::now() >= ends {
                decoder.enough.store(true, Ordering::Release);
                eprintln!("{name}: given up, told: {}", Arc::strong_count(&decoder.enough) > 1);
                return None;
            }
            thread::sleep(Duration::from_millis(2));
        }
        decoder.thread.join().ok()
    }
}
