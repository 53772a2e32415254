//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::task::AbortHandle;
use tokio::time::{self, error::Elapsed};

#[derive(Debug)]
enum SyncError {
    TooSlow(Elapsed),
    Panicked,
}

impl From<Elapsed> for SyncError {
    fn from(elapsed: Elapsed) -> SyncError {
        SyncError::TooSlow(elapsed)
    }
}

struct Stop(AbortHandle);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

struct Mirror {
    name: &'static str,
    bytes: Arc<AtomicU64>,
}

async fn download(bytes: Arc<AtomicU64>, size: u64) -> u64 {
    while bytes.load(Ordering::Relaxed) < size {
        time::sleep(Duration::from_millis(2)).await;
        bytes.fetch_add(512, Ordering::Relaxed);
    }
    size
}

impl Mirror {
    async fn sync(&self, size: u64) -> Result<u64, SyncError> {
        let download = tokio::spawn(download(self.bytes.clone(), size));
        let _stop = Stop(download.abort_handle());
        let size = time::timeout(Duration::from_millis(50), download).await?;
        size.map_err(|_| SyncError::Panicked)
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let mirror = Mirror { name: "north", bytes: Arc::default() };
    for size in [1024, u64::MAX] {
        match mirror.sync(size).await {
            Ok(size) => println!("{}: {size} bytes", mirror.name),
            Err(SyncError::TooSlow(elapsed)) => println!("{}: {elapsed}", mirror.name),
            Err(SyncError::Panicked) => println!("{}: panicked", mirror.name),
        }
    }
    time::sleep(Duration::from_millis(20)).await;
    let before = mirror.bytes.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(80)).await;
    if mirror.bytes.load(Ordering::Relaxed) > before {
        println!("it still downloads");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
