//@ expect: none
//@ effect: none

mod exporter;
mod worker;

use exporter::{Exporter, Metric};

#[tokio::main]
async fn main() {
    let mut exporter = Exporter::start();
    let _ = exporter.metrics.send(Metric("requests", 1.0)).await;
    println!("{:?}", exporter.close().await);
}
