//@ expect: none
//@ effect: none

//! A pump of frames that counts what nobody had room for. One frame is taken, then the pump is aborted and awaited: it would have gone
//! on for ever, but the frame came before.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

struct Pattern {
    seq: u64,
}

impl Pattern {
    fn grab(&mut self) -> u64 {
        self.seq += 1;
        self.seq
    }
}

struct Pump {
    task: JoinHandle<()>,
    dropped: Arc<AtomicU64>,
}

impl Pump {
    fn start(mut source: Pattern) -> (Pump, mpsc::Receiver<u64>) {
        let (frames, out) = mpsc::channel(4);
        let dropped = Arc::new(AtomicU64::new(0));
        let lost = Arc::clone(&dropped);
        let task = tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_millis(1)).await;
                let frame = source.grab();
                if frames.try_send(frame).is_err() {
                    lost.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
        (Pump { task, dropped }, out)
    }

    async fn stop(self) -> u64 {
        self.task.abort();
        let _ = self.task.await;
        self.dropped.load(Ordering::Relaxed)
    }
}

#[tokio::main]
async fn main() {
    let (pump, mut frames) = Pump::start(Pattern { seq: 0 });
    println!("{:?}", frames.recv().await);
    println!("{}", pump.stop().await);
}
