use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time;

use crate::cache::Cache;

pub struct Sweeper {
    pub cache: std::sync::Arc<Cache>,
    task: Option<JoinHandle<()>>,
}

impl Sweeper {
    pub fn new(age: Duration) -> Self {
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

    pub async fn shutdown(&mut self) {
        let Some(mut task) = self.task.take() else {
            return;
        };
        task.abort();
        if let Err(err) = (&mut task).await {
            println!("sweeper ended: {err}");
        }
    }
}
