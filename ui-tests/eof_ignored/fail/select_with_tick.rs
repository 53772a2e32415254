//@ expect: eof_ignored
//@ effect: leak

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

struct Rtt {
    peer: u8,
    millis: u32,
}

#[derive(Default)]
struct Actor {
    slowest: u32,
    reports: Arc<AtomicU32>,
}

impl Actor {
    fn update(&mut self, rtt: Rtt) {
        println!("peer {} answered", rtt.peer);
        self.slowest = self.slowest.max(rtt.millis);
    }

    async fn run(mut self, mut rtts: mpsc::Receiver<Rtt>) {
        let mut tick = time::interval(Duration::from_millis(5));
        loop {
            tokio::select! {
                Some(rtt) = rtts.recv() => self.update(rtt), //~ eof_ignored
                _ = tick.tick() => {
                    self.reports.fetch_add(1, Ordering::Relaxed);
                }
                else => break,
            }
        }
        println!("slowest {}", self.slowest);
    }
}

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
