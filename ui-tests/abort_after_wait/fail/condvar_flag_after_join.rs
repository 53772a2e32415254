//@ expect: abort_after_wait
//@ effect: hang

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct State {
    jobs: VecDeque<u32>,
    closing: bool,
}

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Queue {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn push(&self, job: u32) {
        self.state().jobs.push_back(job);
        self.changed.notify_one();
    }

    fn pop(&self) -> Option<u32> {
        let waiting = self.changed.wait_while(self.state(), |state| state.jobs.is_empty() && !state.closing);
        waiting.unwrap_or_else(PoisonError::into_inner).jobs.pop_front()
    }

    fn close(&self) {
        self.state().closing = true;
        self.changed.notify_all();
    }
}

struct Workers {
    queue: Arc<Queue>,
    threads: Vec<JoinHandle<u32>>,
}

impl Workers {
    fn start(count: usize) -> Workers {
        let queue = Arc::new(Queue::default());
        let threads = (0..count)
            .map(|_| {
                let queue = Arc::clone(&queue);
                thread::spawn(move || {
                    let mut sum = 0;
                    while let Some(job) = queue.pop() {
                        sum += job;
                    }
                    sum
                })
            })
            .collect();
        Workers { queue, threads }
    }

    fn finish(mut self) -> u32 {
        let mut sum = 0;
        for thread in self.threads.drain(..) {
            sum += thread.join().unwrap_or(0); //~ abort_after_wait
        }
        self.queue.close();
        sum
    }
}

fn main() {
    let workers = Workers::start(2);
    for job in 1..=4 {
        workers.queue.push(job);
    }
    println!("sum {}", workers.finish());
}
