//@ expect: none
//@ effect: none

use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

type Thunk = Box<dyn FnOnce() + Send + 'static>;

struct ThreadPool {
    thunks: Option<Sender<Thunk>>,
    workers: Vec<JoinHandle<usize>>,
}

fn work(thunks: Receiver<Thunk>) -> usize {
    let mut done = 0;
    while let Ok(thunk) = thunks.recv() {
        thunk();
        done += 1;
    }
    done
}

impl ThreadPool {
    fn new(size: usize) -> Self {
        let (thunks, source) = unbounded();
        let workers = (0..size)
            .map(|n| {
                let source = source.clone();
                thread::Builder::new().name(format!("pool-{n}")).spawn(move || work(source)).expect("cannot spawn")
            })
            .collect();
        ThreadPool { thunks: Some(thunks), workers }
    }

    fn execute(&self, thunk: impl FnOnce() + Send + 'static) {
        if let Some(thunks) = &self.thunks {
            thunks.send(Box::new(thunk)).expect("the pool is gone");
        }
    }

    fn join(mut self) -> usize {
        self.thunks = None;
        self.workers.drain(..).map(|worker| worker.join().unwrap_or(0)).sum()
    }
}

struct Hash {
    block: usize,
    value: u64,
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn main() {
    let pool = ThreadPool::new(3);
    let blocks: Vec<Vec<u8>> = (0..8u8).map(|n| vec![n; 1 << 10]).collect();
    let count = blocks.len();
    let (hashes, collected) = bounded(count);
    for (block, bytes) in blocks.into_iter().enumerate() {
        let hashes = hashes.clone();
        pool.execute(move || {
            let value = fnv(&bytes);
            hashes.send(Hash { block, value }).expect("collector is gone");
        });
    }
    let mut root = 0u64;
    for _ in 0..count {
        let Ok(Hash { block, value }) = collected.recv() else {
            break;
        };
        root ^= value.rotate_left(block as u32);
    }
    println!("{root:x}");
    println!("{} thunks ran", pool.join());
}
