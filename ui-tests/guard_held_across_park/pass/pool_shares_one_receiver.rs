//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() -> u32 + Send>;

struct Pool {
    jobs: Option<Sender<Job>>,
    workers: Vec<JoinHandle<u32>>,
    busy: Arc<Mutex<u32>>,
}

fn work(jobs: &Mutex<Receiver<Job>>, busy: &Mutex<u32>) -> u32 {
    let mut sum = 0;
    loop {
        let job = jobs.lock().map(|jobs| jobs.recv());
        let Ok(Ok(job)) = job else {
            return sum;
        };
        if let Ok(mut busy) = busy.lock() {
            *busy += 1;
        }
        sum += job();
    }
}

impl Pool {
    fn new(size: usize) -> Pool {
        let (jobs, queue) = channel();
        let queue = Arc::new(Mutex::new(queue));
        let busy = Arc::new(Mutex::new(0));
        let workers = (0..size)
            .map(|_| {
                let (queue, busy) = (Arc::clone(&queue), Arc::clone(&busy));
                thread::spawn(move || work(&queue, &busy))
            })
            .collect();
        Pool { jobs: Some(jobs), workers, busy }
    }

    fn run(&self, job: impl FnOnce() -> u32 + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send(Box::new(job));
        }
    }

    fn finish(mut self) -> u32 {
        drop(self.jobs.take());
        let sum = self.workers.into_iter().filter_map(|worker| worker.join().ok()).sum();
        println!("{:?} jobs", self.busy.lock().map(|busy| *busy));
        sum
    }
}

fn main() {
    let pool = Pool::new(3);
    for number in 1..=6 {
        pool.run(move || number * number);
    }
    println!("sum {}", pool.finish());
}
