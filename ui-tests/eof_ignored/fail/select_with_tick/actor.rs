use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

pub struct Rtt {
    pub peer: u8,
    pub millis: u32,
}

#[derive(Default)]
pub struct Actor {
    pub slowest: u32,
    pub reports: Arc<AtomicU32>,
}

impl Actor {
    fn update(&mut self, rtt: Rtt) {
        println!("peer {} answered", rtt.peer);
        self.slowest = self.slowest.max(rtt.millis);
    }

    pub async fn run(mut self, mut rtts: mpsc::Receiver<Rtt>) {
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
