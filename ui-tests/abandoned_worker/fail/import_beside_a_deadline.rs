//@ expect: abandoned_worker
//@ effect: leak

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;

use futures::future::{select, Either};
use tokio::task::JoinHandle;
use tokio::time::sleep;

struct Import {
    rows: Arc<AtomicUsize>,
}

impl Import {
    async fn run(self, limit: usize) -> usize {
        loop {
            sleep(Duration::from_millis(2)).await;
            let rows = self.rows.fetch_add(1, Ordering::SeqCst) + 1;
            if rows == limit {
                return rows;
            }
        }
    }
}

async fn finish(task: JoinHandle<usize>, patience: Duration) -> Option<usize> {
    let deadline = Box::pin(sleep(patience));
    match select(task, deadline).await { //~ abandoned_worker
        Either::Left((rows, _)) => rows.ok(),
        Either::Right(((), _)) => {
            println!("import takes too long");
            None
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let rows = Arc::new(AtomicUsize::new(0));
    for limit in [3, usize::MAX] {
        let import = Import {
            rows: Arc::clone(&rows),
        };
        let task = tokio::spawn(import.run(limit));
        println!("{:?}", finish(task, Duration::from_millis(60)).await);
    }
    sleep(Duration::from_millis(10)).await;
    let before = rows.load(Ordering::SeqCst);
    sleep(Duration::from_millis(40)).await;
    if rows.load(Ordering::SeqCst) > before {
        println!("still importing");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
