use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

#[derive(Default)]
struct Jobs {
    queue: VecDeque<u32>,
    closed: bool,
}

#[must_abort(close)]
pub struct JobQueue {
    jobs: Arc<(Mutex<Jobs>, Condvar)>,
}

pub struct JobSource {
    jobs: Arc<(Mutex<Jobs>, Condvar)>,
}

impl JobQueue {
    pub fn new() -> (JobQueue, JobSource) {
        let jobs = Arc::new((Mutex::new(Jobs::default()), Condvar::new()));
        let source = JobSource { jobs: Arc::clone(&jobs) };
        (JobQueue { jobs }, source)
    }

    pub fn add(&self, job: u32) {
        self.jobs.0.lock().unwrap().queue.push_back(job);
        self.jobs.1.notify_one();
    }

    pub fn close(self) {
        self.jobs.0.lock().unwrap().closed = true;
        self.jobs.1.notify_all();
    }
}

impl Iterator for JobSource {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let mut jobs = self.jobs.0.lock().unwrap();
        loop {
            if let Some(job) = jobs.queue.pop_front() {
                return Some(job);
            }
            if jobs.closed {
                return None;
            }
            jobs = self.jobs.1.wait(jobs).unwrap();
        }
    }
}
