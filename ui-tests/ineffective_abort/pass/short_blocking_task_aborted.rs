//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::task::{self, JoinHandle};
use tokio::time;

struct Hash {
    name: &'static str,
    task: JoinHandle<u64>,
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn hash(name: &'static str, size: usize) -> Hash {
    let task = task::spawn_blocking(move || {
        let bytes: Vec<u8> = name.bytes().cycle().take(size).collect();
        fnv(&bytes)
    });
    Hash { name, task }
}

impl Hash {
    async fn cancel(self) {
        self.task.abort();
        match self.task.await {
            Ok(_) => println!("{}: hashed all the same", self.name),
            Err(err) if err.is_cancelled() => println!("{}: not begun", self.name),
            Err(err) => eprintln!("{}: {err}", self.name),
        }
    }
}

#[tokio::main]
async fn main() {
    let mut hashes: Vec<_> = [("a", 100), ("b", 10_000), ("c", 1_000)].map(|(name, size)| hash(name, size)).into();
    if let Some(last) = hashes.pop() {
        last.cancel().await;
    }
    time::sleep(Duration::from_millis(5)).await;
    for Hash { name, task } in hashes {
        println!("{name}: hashed {}", task.await.is_ok());
    }
}
