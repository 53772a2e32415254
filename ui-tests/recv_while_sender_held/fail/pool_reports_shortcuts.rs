//@ expect: recv_while_sender_held
//@ effect: hang

use std::collections::BTreeMap;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

type Job = Box<dyn FnOnce() -> (u32, u64) + Send>;

struct PoolBuilder {
    threads: usize,
    name: String,
}

impl PoolBuilder {
    fn new() -> Self {
        PoolBuilder { threads: 1, name: "pool".into() }
    }

    fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    fn build(self) -> Pool {
        let (jobs, queue) = bounded::<Job>(self.threads * 2);
        let (results, outcomes) = unbounded();
        let threads = (0..self.threads)
            .map(|n| {
                let queue = queue.clone();
                let results = results.clone();
                thread::Builder::new().name(format!("{}-{n}", self.name)).spawn(move || work(queue, results)).expect("spawn a pool thread")
            })
            .collect();
        Pool { jobs: Some(jobs), results: Some(results), outcomes, threads }
    }
}

fn work(queue: Receiver<Job>, results: Sender<(u32, u64)>) {
    for job in queue {
        if results.send(job()).is_err() {
            return;
        }
    }
}

struct Pool {
    jobs: Option<Sender<Job>>,
    results: Option<Sender<(u32, u64)>>,
    outcomes: Receiver<(u32, u64)>,
    threads: Vec<JoinHandle<()>>,
}

impl Pool {
    fn submit(&self, job: impl FnOnce() -> (u32, u64) + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            jobs.send(Box::new(job)).expect("pool is gone");
        }
    }

    fn shortcut(&self, id: u32, value: u64) {
        if let Some(results) = &self.results {
            let _ = results.send((id, value));
        }
    }

    fn finish(mut self) -> BTreeMap<u32, u64> {
        drop(self.jobs.take());
        let mut all = BTreeMap::new();
        for (id, value) in self.outcomes.iter() { //~ recv_while_sender_held
            all.insert(id, value);
        }
        for thread in self.threads.drain(..) {
            thread.join().expect("a pool thread panicked");
        }
        all
    }
}

fn main() {
    let pool = PoolBuilder::new().threads(2).name("sum").build();
    for id in 1..=8u32 {
        if id == 4 {
            pool.shortcut(id, 0);
            continue;
        }
        pool.submit(move || (id, (0..u64::from(id)).sum()));
    }
    for (id, sum) in pool.finish() {
        println!("{id}: {sum}");
    }
}
