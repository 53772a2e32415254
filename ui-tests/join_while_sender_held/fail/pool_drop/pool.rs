use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, unbounded};

type Job = Box<dyn FnOnce() + Send>;

struct Worker {
    id: usize,
    thread: JoinHandle<usize>,
}

impl Worker {
    fn start(id: usize, jobs: Receiver<Job>) -> Worker {
        let thread = thread::spawn(move || {
            let mut done = 0;
            while let Ok(job) = jobs.recv() {
                job();
                done += 1;
            }
            done
        });
        Worker { id, thread }
    }
}

pub struct Pool {
    jobs: Sender<Job>,
    workers: Vec<Worker>,
}

impl Pool {
    pub fn new(size: usize) -> Pool {
        let (jobs, inbox) = unbounded();
        let workers = (0..size)
            .map(|id| Worker::start(id, inbox.clone()))
            .collect();
        Pool { jobs, workers }
    }

    pub fn execute(&self, job: impl FnOnce() + Send + 'static) -> bool {
        self.jobs.send(Box::new(job)).is_ok()
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        for worker in self.workers.drain(..) {
            match worker.thread.join() { //~ join_while_sender_held
                Ok(done) => println!("worker {} did {}", worker.id, done.min(1)),
                Err(_) => eprintln!("worker {} panicked", worker.id),
            }
        }
    }
}
