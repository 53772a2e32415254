use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

// `None` is the last message of each worker: their senders are still there when they are joined.
pub struct Pool {
    jobs: Vec<Sender<Option<u64>>>,
    workers: Vec<JoinHandle<u64>>,
    next: usize,
}

fn square(jobs: &Receiver<Option<u64>>) -> u64 {
    let mut sum = 0;
    while let Ok(Some(number)) = jobs.recv() {
        sum += number * number;
    }
    sum
}

impl Pool {
    pub fn new(size: usize) -> Pool {
        let (mut jobs, mut workers) = (Vec::new(), Vec::new());
        for _ in 0..size {
            let (sender, inbox) = mpsc::channel();
            jobs.push(sender);
            workers.push(thread::spawn(move || square(&inbox)));
        }
        Pool { jobs, workers, next: 0 }
    }

    pub fn add(&mut self, number: u64) -> bool {
        self.next = (self.next + 1) % self.jobs.len();
        self.jobs[self.next].send(Some(number)).is_ok()
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for sender in &self.jobs {
            let _ = sender.send(None);
        }
        let mut total = 0;
        for worker in self.workers.drain(..) {
            total += worker.join().unwrap_or(0);
        }
        println!("{total}");
    }
}
