//@ expect: none
//@ effect: none

mod monitor;

use std::time::Duration;

use monitor::Monitor;

#[tokio::main]
async fn main() {
    let (monitor, mut load) = Monitor::start();
    println!("load: {:?}", load.recv().await.is_some());
    drop(load);
    tokio::time::sleep(Duration::from_millis(10)).await;
    println!("stopped: {}", monitor.stop().await);
}
