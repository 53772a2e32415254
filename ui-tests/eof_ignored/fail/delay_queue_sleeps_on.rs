//@ expect: eof_ignored
//@ effect: leak

use std::collections::BinaryHeap;
use std::cmp::Reverse;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

struct Timer {
    at: Instant,
    name: &'static str,
}

struct DelayQueue {
    adds: mpsc::Receiver<Timer>,
    heap: BinaryHeap<Reverse<(Instant, &'static str)>>,
    fired: Vec<&'static str>,
    _alive: Arc<()>,
}

impl DelayQueue {
    fn fire(&mut self, now: Instant) {
        while let Some(Reverse((at, name))) = self.heap.peek().copied() {
            if at > now {
                break;
            }
            self.heap.pop();
            self.fired.push(name);
        }
    }

    async fn run(mut self) -> Vec<&'static str> {
        loop {
            let next = self.heap.peek().map_or_else(|| Instant::now() + Duration::from_millis(10), |timer| timer.0.0);
            tokio::select! {
                () = sleep_until(next) => self.fire(Instant::now()),
                Some(timer) = self.adds.recv() => { //~ eof_ignored
                    self.heap.push(Reverse((timer.at, timer.name)));
                }
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let (tx, adds) = mpsc::channel(4);
    let alive = Arc::new(());
    let fired = DelayQueue { adds, heap: BinaryHeap::new(), fired: Vec::new(), _alive: alive.clone() };
    let queue = tokio::spawn(fired.run());
    for name in ["a", "b"] {
        let at = Instant::now() + Duration::from_millis(5);
        tx.send(Timer { at, name }).await.ok();
    }
    tokio::time::sleep(Duration::from_millis(20)).await;
    drop(tx);
    tokio::time::sleep(Duration::from_millis(100)).await;
    println!("{}", queue.is_finished());
    if Arc::strong_count(&alive) > 1 {
        std::process::exit(3);
    }
}
