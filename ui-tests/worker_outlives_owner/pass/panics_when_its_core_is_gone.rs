//@ expect: none
//@ effect: none
//! The workers of a pool only borrow its core from time to time: once the pool is dropped there is nothing left to borrow, and each of
//! them gives up with a panic.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send>;

#[derive(Default)]
struct Core {
    jobs: Mutex<VecDeque<Job>>,
    done: Mutex<HashMap<usize, u64>>,
    stopping: Mutex<bool>,
}

struct Worker {
    id: usize,
    core: Weak<Core>,
    idle: u32,
}

impl Worker {
    fn run(&mut self) {
        'main: loop {
            let core = self.core.upgrade().expect("the pool was not shut down");
            if *core.stopping.lock().unwrap() {
                break 'main;
            }
            let job = core.jobs.lock().unwrap().pop_front();
            match job {
                Some(job) => {
                    job();
                    *core.done.lock().unwrap().entry(self.id).or_default() += 1;
                    self.idle = 0;
                }
                None => self.idle += 1,
            }
            drop(core);
            thread::sleep(Duration::from_millis(u64::from(self.idle.min(5))));
        }
    }
}

struct Pool {
    core: Arc<Core>,
}

impl Pool {
    fn new(size: usize) -> Self {
        let core = Arc::new(Core::default());
        for id in 0..size {
            let mut worker = Worker { id, core: Arc::downgrade(&core), idle: 0 };
            thread::spawn(move || worker.run());
        }
        Self { core }
    }

    fn submit(&self, job: impl FnOnce() + Send + 'static) {
        self.core.jobs.lock().unwrap().push_back(Box::new(job));
    }

    fn shutdown(&self) {
        *self.core.stopping.lock().unwrap() = true;
    }
}

fn main() {
    let pool = Pool::new(2);
    pool.submit(|| println!("one job"));
    thread::sleep(Duration::from_millis(30));
    drop(pool);
    let orderly = Pool::new(1);
    orderly.submit(|| println!("another"));
    thread::sleep(Duration::from_millis(30));
    orderly.shutdown();
    thread::sleep(Duration::from_millis(50));
}
