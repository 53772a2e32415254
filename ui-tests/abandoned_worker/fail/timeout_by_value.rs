//@ expect: abandoned_worker
//@ effect: leak

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time;

#[derive(Default)]
struct Progress {
    copied: AtomicU32,
}

struct Backup {
    progress: Arc<Progress>,
    limit: Duration,
}

async fn copy(files: u32, progress: Arc<Progress>) -> u32 {
    for _ in 0..files {
        time::sleep(Duration::from_millis(2)).await;
        progress.copied.fetch_add(1, Ordering::Relaxed);
    }
    files
}

impl Backup {
    async fn run(&self, files: u32) -> Option<u32> {
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

#[tokio::main]
async fn main() -> ExitCode {
    let backup = Backup { progress: Arc::default(), limit: Duration::from_millis(60) };
    println!("{:?}", backup.run(3).await);
    println!("{:?}", backup.run(100_000).await);

    time::sleep(Duration::from_millis(20)).await;
    let before = backup.progress.copied.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(100)).await;
    let after = backup.progress.copied.load(Ordering::Relaxed);
    if after > before {
        println!("it goes on copying");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
