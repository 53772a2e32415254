//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{self, Instant};

struct Pool {
    permits: Arc<Semaphore>,
    running: Vec<JoinHandle<u32>>,
}

impl Pool {
    fn submit(&mut self, rounds: u32) {
        let permits = Arc::clone(&self.permits);
        self.running.push(tokio::spawn(async move {
            let Ok(_permit) = permits.acquire().await else {
                return 0;
            };
            let mut done = 0;
            while done < rounds {
                time::sleep(Duration::from_millis(2)).await;
                done += 1;
            }
            done
        }));
    }

    async fn drain(&mut self, patience: Duration) -> Vec<u32> {
        let deadline = Instant::now() + patience;
        let mut results = Vec::new();
        for mut task in self.running.drain(..) {
            tokio::select! {
                biased;
                done = &mut task => results.extend(done.ok()),
                () = time::sleep_until(deadline) => {
                    eprintln!("a job takes too long");
                    task.abort();
                }
            }
        }
        results
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let permits = Arc::new(Semaphore::new(3));
    let mut pool = Pool {
        permits: Arc::clone(&permits),
        running: Vec::new(),
    };
    let mut warmup = JoinSet::new();
    warmup.spawn(async { 1 });
    println!("warm: {:?}", warmup.join_next().await.is_some());
    for rounds in [3, 5, 1_000_000] {
        pool.submit(rounds);
    }
    println!("{:?}", pool.drain(Duration::from_millis(100)).await);
    time::sleep(Duration::from_millis(20)).await;
    if permits.available_permits() < 3 {
        println!("a job goes on");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
