use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::queue::Queue;

pub struct Workers {
    pub queue: Arc<Queue>,
    threads: Vec<JoinHandle<u32>>,
}

impl Workers {
    pub fn start(count: usize) -> Workers {
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

    pub fn finish(mut self) -> u32 {
        self.queue.close();
        let mut sum = 0;
        for thread in self.threads.drain(..) {
            sum += thread.join().unwrap_or(0);
        }
        sum
    }
}
