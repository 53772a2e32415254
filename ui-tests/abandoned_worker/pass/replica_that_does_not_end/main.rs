//@ expect: none
//@ effect: none

mod replica;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::sleep;

use replica::Replica;

#[tokio::main]
async fn main() -> ExitCode {
    let applied = Arc::new(Mutex::new(0));
    let mut replica = Replica::follow(Arc::clone(&applied));
    sleep(Duration::from_millis(20)).await;
    println!("lagging: {}", replica.lag().await > 0);
    println!("detached in time: {}", replica.detach().await);
    sleep(Duration::from_millis(20)).await;
    let before = *applied.lock().await;
    sleep(Duration::from_millis(50)).await;
    if *applied.lock().await > before {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
