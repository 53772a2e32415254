//@ expect: none
//@ effect: none

use std::collections::BTreeSet;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

struct Shard {
    number: u32,
    bytes: u64,
}

/// Compacts shards in the background.
struct Compactor {
    shards: Option<Sender<Shard>>,
    pinned: BTreeSet<u32>,
    threads: Vec<JoinHandle<u64>>,
}

fn compact(shards: Receiver<Shard>) -> u64 {
    shards.iter().map(|shard| shard.bytes / u64::from(shard.number + 1)).sum()
}

impl Compactor {
    fn start(pinned: BTreeSet<u32>) -> Self {
        let (shards, inbox) = mpsc::channel();
        let threads = vec![thread::spawn(move || compact(inbox))];
        Compactor { shards: Some(shards), pinned, threads }
    }

    fn add(&self, number: u32, bytes: u64) {
        if let Some(shards) = &self.shards {
            let _ = shards.send(Shard { number, bytes });
        }
    }

    /// Closes the queue once no shard up to `last` is pinned; says whether it did.
    fn retire(&mut self, last: u32) -> bool {
        if self.pinned.contains(&last) {
            return false;
        }
        if last == 0 {
            self.shards.take();
            return true;
        }
        self.retire(last - 1)
    }

    fn finish(mut self) -> u64 {
        if !self.retire(6) {
            eprintln!("a shard is still pinned");
            self.shards = None;
        }
        self.threads.drain(..).map(|thread| thread.join().expect("the compactor panicked")).sum()
    }
}

fn main() {
    let compactor = Compactor::start(BTreeSet::from([2]));
    for number in 0..4 {
        compactor.add(number, 4096);
    }
    println!("{} bytes", compactor.finish());
}
