//@ expect: eof_ignored
//@ effect: leak

mod changes;
mod path_actor;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

use changes::Message;
use path_actor::PathActor;

async fn connect(cleanups: &Arc<AtomicU32>) {
    let (messages, inbox) = mpsc::channel(16);
    let mut actor = PathActor { cleanups: Arc::clone(cleanups), ..PathActor::default() };
    tokio::spawn(async move {
        actor.run(inbox).await;
    });
    for message in [Message::Connected { peer: 4 }, Message::Probe] {
        if messages.send(message).await.is_err() {
            eprintln!("the actor is gone");
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let cleanups = Arc::default();
    connect(&cleanups).await;
    time::sleep(Duration::from_millis(50)).await;
    let before = cleanups.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(100)).await;
    if cleanups.load(Ordering::Relaxed) > before {
        println!("the actor still runs");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
