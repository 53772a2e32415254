//@ expect: eof_ignored
//@ effect: leak

mod collector;

use std::process::ExitCode;
use std::time::Duration;

use collector::{Collector, Sample};
use tokio::sync::mpsc;
use tokio::time;

async fn measure(flushes: &collector::Flushes) -> bool {
    let (samples, inbox) = mpsc::unbounded_channel();
    tokio::spawn(Collector::new(flushes.clone()).run(inbox));
    for value in [3, 5, 8] {
        if samples.send(Sample { value }).is_err() {
            return false;
        }
    }
    true
}

#[tokio::main]
async fn main() -> ExitCode {
    let flushes = collector::Flushes::default();
    println!("measured: {}", measure(&flushes).await);
    time::sleep(Duration::from_millis(40)).await;
    let before = flushes.count();
    time::sleep(Duration::from_millis(80)).await;
    if flushes.count() > before {
        println!("it flushes nothing, for ever");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
