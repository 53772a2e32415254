//@ expect: abort_after_wait
//@ effect: hang

mod cache;
mod sweeper;

use std::time::Duration;

use tokio::time;

use sweeper::Sweeper;

#[tokio::main]
async fn main() {
    let mut sweeper = Sweeper::new(Duration::from_millis(10));
    for key in ["alpha", "beta"] {
        sweeper.cache.touch(key).await;
    }
    time::sleep(Duration::from_millis(50)).await;
    let left = sweeper.cache.entries.lock().await.len();
    println!("{left} entries left");
    sweeper.shutdown().await;
}
