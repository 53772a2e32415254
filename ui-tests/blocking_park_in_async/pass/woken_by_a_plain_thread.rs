//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::time;

type Log = Arc<Mutex<Vec<String>>>;

struct Hasher {
    digests: Receiver<u64>,
    worker: JoinHandle<()>,
}

fn hash(blocks: Vec<String>) -> Hasher {
    let (sender, digests) = sync_channel(2);
    let worker = thread::spawn(move || {
        for block in blocks {
            let digest = block.bytes().fold(17, |sum, byte| sum * 31 + u64::from(byte));
            if sender.send(digest).is_err() {
                return;
            }
        }
    });
    Hasher { digests, worker }
}

async fn heartbeat(log: Log) {
    for beat in 0..3 {
        time::sleep(Duration::from_millis(1)).await;
        log.lock().unwrap_or_else(PoisonError::into_inner).push(format!("beat {beat}"));
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let log = Log::default();
    let beats = tokio::spawn(heartbeat(Arc::clone(&log)));
    let blocks = ["a", "b", "c"].map(str::to_owned).to_vec();
    let hasher = hash(blocks);
    for digest in &hasher.digests {
        log.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{digest:x}"));
    }
    if hasher.worker.join().is_err() {
        eprintln!("the hasher panicked");
    }
    if let Err(err) = beats.await {
        eprintln!("heartbeat: {err}");
    }
    println!("{:?}", log.lock().unwrap_or_else(PoisonError::into_inner));
}
