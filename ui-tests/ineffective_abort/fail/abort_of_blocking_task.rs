//@ expect: ineffective_abort
//@ effect: hang

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use tokio::task::{self, JoinHandle};
use tokio::time;

struct Miner {
    hashes: Arc<AtomicU64>,
    task: JoinHandle<u64>,
}

fn mine(difficulty: u64, hashes: &AtomicU64) -> u64 {
    let mut nonce = 1u64;
    loop {
        nonce = nonce.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        hashes.fetch_add(1, Ordering::Relaxed);
        if difficulty == 0 {
            println!("candidate {nonce:x}");
        }
        thread::sleep(Duration::from_millis(1));
    }
}

impl Miner {
    fn start(difficulty: u64) -> Self {
        let hashes = Arc::new(AtomicU64::new(0));
        let counter = Arc::clone(&hashes);
        let task = task::spawn_blocking(move || mine(difficulty, &counter));
        Miner { hashes, task }
    }

    fn rate(&self, over: Duration) -> f64 {
        let hashes = self.hashes.load(Ordering::Relaxed);
        hashes as f64 / over.as_secs_f64()
    }

    async fn stop(self) -> Option<u64> {
        self.task.abort(); //~ ineffective_abort
        match self.task.await {
            Ok(nonce) => Some(nonce),
            Err(err) if err.is_cancelled() => None,
            Err(err) => {
                eprintln!("miner failed: {err}");
                None
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let pause = Duration::from_millis(40);
    let miner = Miner::start(9);
    time::sleep(pause).await;
    println!("mining: {}", miner.rate(pause) > 0.0);
    println!("stopped: {:?}", miner.stop().await);
}
