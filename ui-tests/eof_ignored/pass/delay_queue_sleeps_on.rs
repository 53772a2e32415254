//@ expect: none
//@ effect: none

use std::collections::BinaryHeap;
use std::cmp::Reverse;
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
                added = self.adds.recv() => match added {
                    Some(timer) => self.heap.push(Reverse((timer.at, timer.name))),
                    None => {
                        self.fire(Instant::now());
                        return self.fired;
                    }
                },
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let (tx, adds) = mpsc::channel(4);
    let queue = tokio::spawn(DelayQueue { adds, heap: BinaryHeap::new(), fired: Vec::new() }.run());
    for name in ["a", "b"] {
        let at = Instant::now() + Duration::from_millis(5);
        tx.send(Timer { at, name }).await.ok();
    }
    tokio::time::sleep(Duration::from_millis(20)).await;
    drop(tx);
    println!("{:?}", queue.await.map(|fired| fired.len()).ok());
}
