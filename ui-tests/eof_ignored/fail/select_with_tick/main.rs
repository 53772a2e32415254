//@ expect: eof_ignored
//@ effect: leak

mod actor;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

use actor::{Actor, Rtt};

async fn observe(reports: &Arc<AtomicU32>) {
    let (rtts, inbox) = mpsc::channel(8);
    let actor = Actor { slowest: 0, reports: Arc::clone(reports) };
    tokio::spawn(actor.run(inbox));
    for (peer, millis) in [(1, 30), (2, 12)] {
        if rtts.send(Rtt { peer, millis }).await.is_err() {
            eprintln!("the actor is gone");
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let reports = Arc::default();
    observe(&reports).await;
    time::sleep(Duration::from_millis(50)).await;
    let before = reports.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(100)).await;
    if reports.load(Ordering::Relaxed) > before {
        println!("the actor still runs");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
