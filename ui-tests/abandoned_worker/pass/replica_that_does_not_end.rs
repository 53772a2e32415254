//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

struct Replica {
    applied: Arc<Mutex<u64>>,
    sync: Option<JoinHandle<()>>,
}

impl Replica {
    fn follow(applied: Arc<Mutex<u64>>) -> Replica {
        let log = Arc::clone(&applied);
        let sync = tokio::spawn(async move {
            loop {
                *log.lock().await += 1;
                sleep(Duration::from_millis(5)).await;
            }
        });
        Replica {
            applied,
            sync: Some(sync),
        }
    }

    async fn lag(&self) -> u64 {
        1000 - *self.applied.lock().await
    }

    async fn detach(&mut self) -> bool {
        let Some(mut sync) = self.sync.take() else {
            return true;
        };
        match timeout(Duration::from_millis(50), &mut sync).await {
            Ok(Ok(())) => true,
            Ok(Err(err)) => {
                eprintln!("sync: {err}");
                true
            }
            Err(_) => {
                eprintln!("sync does not end");
                sync.abort();
                false
            }
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let applied = Arc::new(Mutex::new(0));
    let mut replica = Replica::follow(Arc::clone(&applied));
    sleep(Duration::from_millis(20)).await;
    println!("lagging: {}", replica.lag().await > 0);
    println!("detached in time: {}", replica.detach().await);
    sleep(Duration::from_millis(20)).await;
    let before = *applied.lock().await;
    sleep(Duration::from_millis(50)).await;
    if *applied.lock().await > before {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
