use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time;

#[derive(Default)]
pub struct Progress {
    pub copied: AtomicU32,
}

pub struct Backup {
    pub progress: Arc<Progress>,
    pub limit: Duration,
}

async fn copy(files: u32, progress: Arc<Progress>) -> u32 {
    for _ in 0..files {
        time::sleep(Duration::from_millis(2)).await;
        progress.copied.fetch_add(1, Ordering::Relaxed);
    }
    files
}

impl Backup {
    pub async fn run(&self, files: u32) -> Option<u32> {
        let task: JoinHandle<u32> = tokio::spawn(copy(files, self.progress.clone()));
        match time::timeout(self.limit, task).await { //~ abandoned_worker
            Ok(Ok(copied)) => Some(copied),
            Ok(Err(err)) => {
                eprintln!("backup failed: {err}");
                None
            }
            Err(_) => {
                println!("backup of {files} files takes too long");
                None
            }
        }
    }
}
