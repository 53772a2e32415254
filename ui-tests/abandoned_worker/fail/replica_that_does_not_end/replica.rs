use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

pub struct Replica {
    applied: Arc<Mutex<u64>>,
    sync: Option<JoinHandle<()>>,
}

impl Replica {
    pub fn follow(applied: Arc<Mutex<u64>>) -> Replica {
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

    pub async fn lag(&self) -> u64 {
        1000 - *self.applied.lock().await
    }

    pub async fn detach(&mut self) -> bool {
        let Some(sync) = self.sync.take() else {
            return true;
        };
        match timeout(Duration::from_millis(50), sync).await { //~ abandoned_worker
            Ok(Ok(())) => true,
            Ok(Err(err)) => {
                eprintln!("sync: {err}");
                true
            }
            Err(_) => {
                eprintln!("sync does not end");
                false
            }
        }
    }
}
