//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinSet;

#[derive(Debug, Default)]
struct Histogram {
    buckets: BTreeMap<u32, u32>,
}

type Inbox = Arc<Mutex<mpsc::Receiver<u32>>>;

async fn take(inbox: &Inbox) -> Option<u32> {
    inbox.lock().await.recv().await
}

async fn fill(inbox: Inbox, width: u32) -> Histogram {
    let mut histogram = Histogram::default();
    while let Some(value) = take(&inbox).await {
        *histogram.buckets.entry(value / width).or_default() += 1;
        tokio::task::yield_now().await;
    }
    histogram
}

async fn histogram(values: impl IntoIterator<Item = u32>, width: u32) -> Histogram {
    let (outbox, inbox) = mpsc::channel(8);
    let inbox = Arc::new(Mutex::new(inbox));
    let mut workers = JoinSet::new();
    for _ in 0..2 {
        workers.spawn(fill(Arc::clone(&inbox), width));
    }
    for value in values {
        if outbox.send(value).await.is_err() {
            break;
        }
    }
    drop(outbox);
    let mut total = Histogram::default();
    while let Some(part) = workers.join_next().await {
        match part {
            Ok(part) => {
                for (bucket, count) in part.buckets {
                    *total.buckets.entry(bucket).or_default() += count;
                }
            }
            Err(err) => eprintln!("worker: {err}"),
        }
    }
    total
}

#[tokio::main]
async fn main() {
    println!("{:?}", histogram([3, 14, 15, 92, 65, 35], 10).await);
}
