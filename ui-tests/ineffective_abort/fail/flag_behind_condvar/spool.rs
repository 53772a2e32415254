use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Shared {
    jobs: Mutex<VecDeque<String>>,
    submitted: Condvar,
    stopping: AtomicBool,
}

pub struct Spool {
    shared: Arc<Shared>,
    thread: JoinHandle<usize>,
}

fn next(shared: &Shared) -> Option<String> {
    let mut jobs = shared.jobs.lock().ok()?;
    while jobs.is_empty() {
        jobs = shared.submitted.wait(jobs).ok()?;
    }
    jobs.pop_front()
}

fn run(shared: &Shared) -> usize {
    let mut printed = 0;
    while !shared.stopping.load(Ordering::Acquire) {
        let Some(job) = next(shared) else {
            break;
        };
        println!("printing {job}");
        printed += 1;
    }
    printed
}

impl Spool {
    pub fn start() -> Spool {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        let thread = thread::spawn(move || run(&theirs));
        Spool { shared, thread }
    }

    pub fn submit(&self, job: &str) {
        if let Ok(mut jobs) = self.shared.jobs.lock() {
            jobs.push_back(job.to_owned());
        }
        self.shared.submitted.notify_one();
    }

    pub fn stop(self) -> Option<usize> {
        thread::sleep(Duration::from_millis(20));
        self.shared.stopping.store(true, Ordering::Release); //~ ineffective_abort
        self.thread.join().ok()
    }
}
