//@ expect: abort_after_wait
//@ effect: hang

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::task::JoinHandle;
use tokio::time::{self, Instant};

#[derive(Default)]
struct Cache {
    entries: Mutex<HashMap<String, Instant>>,
}

impl Cache {
    async fn touch(&self, key: &str) {
        let mut entries = self.entries.lock().await;
        entries.insert(key.to_owned(), Instant::now());
    }

    async fn expire(&self, age: Duration) -> usize {
        let mut entries = self.entries.lock().await;
        let before = entries.len();
        entries.retain(|_, touched| touched.elapsed() < age);
        before - entries.len()
    }
}

struct Sweeper {
    cache: std::sync::Arc<Cache>,
    task: Option<JoinHandle<()>>,
}

impl Sweeper {
    fn new(age: Duration) -> Self {
        let cache = std::sync::Arc::new(Cache::default());
        let swept = cache.clone();
        let task = tokio::spawn(async move {
            loop {
                time::sleep(age / 2).await;
                swept.expire(age).await;
            }
        });
        Sweeper { cache, task: Some(task) }
    }

    async fn shutdown(&mut self) {
        let Some(mut task) = self.task.take() else {
            return;
        };
        if let Err(err) = (&mut task).await { //~ abort_after_wait
            println!("sweeper ended: {err}");
        }
        task.abort();
    }
}

#[tokio::main]
async fn main() {
    let mut sweeper = Sweeper::new(Duration::from_millis(10));
    for key in ["alpha", "beta"] {
        sweeper.cache.touch(key).await;
    }
    time::sleep(Duration::from_millis(50)).await;
    let left = sweeper.cache.entries.lock().await.len();
    println!("{left} entries left");
    sweeper.shutdown().await;
}
