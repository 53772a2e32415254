use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossbeam_channel::{Receiver, Sender};

pub type Job = Box<dyn FnOnce() -> usize + Send>;

pub struct Hand {
    pub jobs: Receiver<Job>,
    pub retry: Sender<Job>,
    pub present: Arc<AtomicUsize>,
}

impl Hand {
    pub fn work(self) {
        self.present.fetch_add(1, Ordering::SeqCst);
        while let Ok(job) = self.jobs.recv() { //~ worker_keeps_own_sender
            let outcome = panic::catch_unwind(AssertUnwindSafe(job));
            if outcome.is_err() {
                let excuse: Job = Box::new(|| 0);
                let _ = self.retry.send(excuse);
            }
        }
        self.present.fetch_sub(1, Ordering::SeqCst);
    }
}
