use std::sync::Arc;
use std::thread::JoinHandle;

use crossbeam_channel::{Receiver, Sender};

use crate::executor::{Executor, Task};
use crate::{Metrics, launch};

pub struct Pool {
    metrics: Arc<Metrics>,
    queue: Sender<Task>,
    handles: Vec<JoinHandle<()>>,
}

fn drain(queue: &Receiver<Task>, metrics: &Metrics) {
    for task in queue {
        task(metrics);
        metrics.runs.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    }
}

impl Pool {
    pub fn new(size: usize) -> Pool {
        let metrics = Arc::new(Metrics::default());
        let (queue, tasks) = crossbeam_channel::unbounded::<Task>();
        let handles = (0..size)
            .map(|n| {
                let (tasks, metrics) = (tasks.clone(), Arc::clone(&metrics));
                launch(format!("pool-{n}"), Box::new(move || drain(&tasks, &metrics)))
            })
            .collect();
        Pool { metrics, queue, handles }
    }
}

impl Executor for Pool {
    fn submit(&self, task: Task) {
        if self.queue.send(task).is_err() {
            eprintln!("the pool is closed");
        }
    }

    fn close(self: Box<Self>) -> usize {
        let Pool { metrics, handles, queue } = *self;
        drop(queue);
        handles.into_iter().for_each(|handle| {
            let _ = handle.join();
        });
        metrics.runs.load(std::sync::atomic::Ordering::Relaxed)
    }
}
