//! A pool starts a thread with its first job, and that job has a handle of the pool to put more work there. The thread gives the job to a
//! method that runs it, and with it the handle is gone before the thread waits for the next one.
//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce() + Send>;

struct Channel {
    jobs: Sender<Job>,
    queue: Mutex<Option<Receiver<Job>>>,
}

#[derive(Clone)]
struct Pool {
    channel: Arc<Channel>,
    done: Arc<AtomicUsize>,
}

struct Worker {
    queue: Receiver<Job>,
    done: Arc<AtomicUsize>,
}

impl Worker {
    fn start(self, first: Option<Job>) -> JoinHandle<()> {
        thread::spawn(move || {
            if let Some(job) = first {
                self.run(job);
            }
            loop {
                match self.queue.recv() {
                    Ok(job) => self.run(job),
                    Err(_) => break,
                }
            }
        })
    }

    fn run(&self, job: Job) {
        job();
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Pool {
    fn new() -> Self {
        let (jobs, queue) = channel();
        let channel = Channel { jobs, queue: Mutex::new(Some(queue)) };
        Self { channel: Arc::new(channel), done: Arc::new(AtomicUsize::new(0)) }
    }

    /// Runs `work`, which may put more work into the same pool.
    fn first(&self, work: impl FnOnce(&Pool) + Send + 'static) -> Option<JoinHandle<()>> {
        let pool = self.clone();
        let job: Job = Box::new(move || work(&pool));
        let queue = self.channel.queue.lock().unwrap().take()?;
        let worker = Worker { queue, done: Arc::clone(&self.done) };
        Some(worker.start(Some(job)))
    }

    fn execute(&self, job: impl FnOnce() + Send + 'static) {
        let _ = self.channel.jobs.send(Box::new(job));
    }
}

fn main() {
    let pool = Pool::new();
    let done = Arc::clone(&pool.done);
    let worker = pool.first(|pool| {
        for page in 0..3 {
            pool.execute(move || println!("page {page}"));
        }
    });
    drop(pool);
    worker.unwrap().join().unwrap();
    assert_eq!(done.load(Ordering::Relaxed), 4);
}
