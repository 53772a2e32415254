//@ expect: worker_outlives_owner
//@ effect: leak

mod gateway;

use std::process::ExitCode;
use std::time::Duration;

use gateway::Gateway;
use tokio::time;

#[tokio::main]
async fn main() -> ExitCode {
    let gateway = Gateway::open(Duration::from_millis(3));
    time::sleep(Duration::from_millis(20)).await;
    let beats = gateway.beats();
    println!("gateway stopped: {}", gateway.stop().await);
    time::sleep(Duration::from_millis(20)).await;
    let before = beats();
    time::sleep(Duration::from_millis(60)).await;
    if beats() > before {
        println!("the heart beats on");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
