//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::time;

#[derive(Clone, Default)]
struct Backup {
    files: Arc<AtomicU32>,
}

impl Backup {
    async fn copy(self, files: u32) -> u32 {
        for _ in 0..files {
            time::sleep(Duration::from_millis(1)).await;
            self.files.fetch_add(1, Ordering::Relaxed);
        }
        files
    }
}

#[must_abort::allow_hang(abandoned_worker, reason = "a backup that was begun is to be finished, whoever waits for it")]
async fn run(backup: &Backup, files: u32) -> bool {
    let task = tokio::spawn(backup.clone().copy(files));
    time::timeout(Duration::from_millis(20), task).await.is_ok()
}

#[tokio::main]
async fn main() {
    let backup = Backup::default();
    for files in [1, 60] {
        println!("{files} files: in time {}", run(&backup, files).await);
    }
    while backup.files.load(Ordering::Relaxed) < 61 {
        time::sleep(Duration::from_millis(5)).await;
    }
    println!("all copied");
}
