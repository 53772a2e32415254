use std::collections::HashMap;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

type Totals = HashMap<String, u64>;

struct Shard {
    inbox: Sender<(String, u64)>,
}

pub struct Shards {
    shards: Vec<Shard>,
    threads: Vec<JoinHandle<Totals>>,
}

pub struct ShardsBuilder {
    name: String,
    count: usize,
}

fn spawn_named<T: Send + 'static>(name: String, work: impl FnOnce() -> T + Send + 'static) -> io::Result<JoinHandle<T>> {
    Builder::new().name(name).spawn(work)
}

fn sum(inbox: Receiver<(String, u64)>) -> Totals {
    inbox.into_iter().fold(Totals::new(), |mut totals, (key, amount)| {
        *totals.entry(key).or_default() += amount;
        totals
    })
}

impl ShardsBuilder {
    pub fn new(name: &str) -> Self {
        ShardsBuilder { name: name.to_owned(), count: 1 }
    }

    pub fn shards(mut self, count: usize) -> Self {
        self.count = count.max(1);
        self
    }

    pub fn build(self) -> io::Result<Shards> {
        let mut shards = Vec::with_capacity(self.count);
        let mut threads = Vec::with_capacity(self.count);
        for number in 0..self.count {
            let (inbox, items) = channel();
            let name = format!("{}-{number}", self.name);
            threads.push(spawn_named(name, move || sum(items))?);
            shards.push(Shard { inbox });
        }
        Ok(Shards { shards, threads })
    }
}

impl Shards {
    pub fn add(&self, key: &str, amount: u64) {
        let slot = key.bytes().map(usize::from).sum::<usize>() % self.shards.len();
        let _ = self.shards[slot].inbox.send((key.to_owned(), amount));
    }

    pub fn finish(self) -> Vec<(String, u64)> {
        let mut all = Vec::new();
        let count = self.shards.len();
        drop(self.shards);
        for thread in self.threads {
            match thread.join() {
                Ok(totals) => all.extend(totals),
                Err(_) => eprintln!("a shard of {} panicked", count),
            }
        }
        all
    }
}
