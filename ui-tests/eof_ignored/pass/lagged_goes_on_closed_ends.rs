//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::broadcast::{self, error::RecvError};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Clone, Debug)]
struct Tick(u32);

#[derive(Debug, Default)]
struct Seen {
    ticks: u32,
    missed: u64,
    last: Option<u32>,
}

fn watch(mut ticks: broadcast::Receiver<Tick>, pause: Duration) -> JoinHandle<Seen> {
    tokio::spawn(async move {
        let mut seen = Seen::default();
        loop {
            let Tick(number) = match ticks.recv().await {
                Ok(tick) => tick,
                Err(RecvError::Lagged(missed)) => {
                    seen.missed += missed;
                    continue;
                }
                Err(RecvError::Closed) => return seen,
            };
            seen.ticks += 1;
            seen.last = Some(number);
            time::sleep(pause).await;
        }
    })
}

#[tokio::main]
async fn main() {
    let (sender, ticks) = broadcast::channel(4);
    let quick = watch(sender.subscribe(), Duration::ZERO);
    let slow = watch(ticks, Duration::from_millis(5));
    for number in 0..20 {
        let _ = sender.send(Tick(number));
        time::sleep(Duration::from_millis(1)).await;
    }
    drop(sender);
    for (name, watcher) in [("quick", quick), ("slow", slow)] {
        match watcher.await {
            Ok(seen) => println!("{name}: {:?}, all: {}", seen.last, seen.missed == 0),
            Err(err) => eprintln!("{name}: {err}"),
        }
    }
}
