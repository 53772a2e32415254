//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time;

struct Cache {
    flushed: Arc<AtomicU32>,
    flusher: JoinHandle<()>,
}

async fn flush(pages: u32, flushed: Arc<AtomicU32>) {
    for _ in 0..pages {
        time::sleep(Duration::from_millis(2)).await;
        flushed.fetch_add(1, Ordering::Relaxed);
    }
}

impl Cache {
    fn new(pages: u32) -> Cache {
        let flushed = Arc::new(AtomicU32::new(0));
        let flusher = tokio::spawn(flush(pages, flushed.clone()));
        Cache { flushed, flusher }
    }

    // One second is enough for every cache that was ever seen.
    async fn close(mut self) -> Arc<AtomicU32> {
        if time::timeout(Duration::from_millis(100), &mut self.flusher).await.is_err() {
            self.flusher.abort();
        }
        self.flushed
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    for pages in [3, 1_000_000] {
        let flushed = Cache::new(pages).close().await;
        time::sleep(Duration::from_millis(20)).await;
        let before = flushed.load(Ordering::Relaxed);
        time::sleep(Duration::from_millis(60)).await;
        let after = flushed.load(Ordering::Relaxed);
        println!("flushed all: {}", after == pages);
        if after > before {
            return ExitCode::from(3);
        }
    }
    ExitCode::SUCCESS
}
