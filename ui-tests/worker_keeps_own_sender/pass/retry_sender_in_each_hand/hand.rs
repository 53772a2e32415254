use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossbeam_channel::Receiver;

pub type Job = Box<dyn FnOnce() -> usize + Send>;

pub struct Hand {
    pub jobs: Receiver<Job>,
    pub present: Arc<AtomicUsize>,
}

impl Hand {
    pub fn work(self) {
        self.present.fetch_add(1, Ordering::SeqCst);
        while let Ok(job) = self.jobs.recv() {
            let outcome = panic::catch_unwind(AssertUnwindSafe(job));
            if outcome.is_err() {
                eprintln!("a job panicked");
            }
        }
        self.present.fetch_sub(1, Ordering::SeqCst);
    }
}
