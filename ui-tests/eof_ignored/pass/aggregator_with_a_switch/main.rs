//@ expect: none
//@ effect: none

mod aggregator;

use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::time::interval;

use aggregator::{Aggregator, Detail, Sample};

#[tokio::main]
async fn main() {
    let (tx, samples) = mpsc::channel(4);
    let (detail_tx, detail) = watch::channel(Detail::Sums);
    let every = interval(Duration::from_millis(5));
    let aggregator = Aggregator { samples, detail, every, sum: 0.0, flushes: 0 };
    let aggregator = tokio::spawn(aggregator.run());
    tx.send(Sample::Gauge(1.5)).await.ok();
    detail_tx.send(Detail::Counts).ok();
    tx.send(Sample::Count(3)).await.ok();
    tokio::time::sleep(Duration::from_millis(20)).await;
    drop((tx, detail_tx));
    println!("{:?}", aggregator.await);
}
