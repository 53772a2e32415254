//@ expect: none
//@ effect: none

//! Camera pump of a media pipeline: frames come from a blocking driver.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::{self, JoinHandle};

#[derive(Debug)]
struct Frame {
    seq: u64,
    luma: u8,
}

trait Source {
    fn grab(&mut self) -> Frame;
}

struct TestPattern {
    seq: u64,
    period: Duration,
}

impl Source for TestPattern {
    fn grab(&mut self) -> Frame {
        thread::sleep(self.period);
        self.seq += 1;
        Frame { seq: self.seq, luma: (self.seq * 37 % 256) as u8 }
    }
}

struct Pump {
    task: JoinHandle<()>,
    stop: Arc<AtomicBool>,
    dropped: Arc<AtomicU64>,
}

struct PumpBuilder<S> {
    source: S,
    depth: usize,
}

impl<S: Source + Send + 'static> PumpBuilder<S> {
    fn new(source: S) -> Self {
        PumpBuilder { source, depth: 2 }
    }

    fn depth(mut self, depth: usize) -> Self {
        self.depth = depth;
        self
    }

    fn start(self) -> (Pump, mpsc::Receiver<Frame>) {
        let PumpBuilder { mut source, depth } = self;
        let (frames, out) = mpsc::channel(depth);
        let dropped = Arc::new(AtomicU64::new(0));
        let lost = Arc::clone(&dropped);
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let task = task::spawn_blocking(move || {
            while !stopped.load(Ordering::Relaxed) {
                let frame = source.grab();
                if frames.try_send(frame).is_err() {
                    lost.fetch_add(1, Ordering::Relaxed);
                }
            }
        });
        (Pump { task, stop, dropped }, out)
    }
}

impl Pump {
    async fn stop(self) -> u64 {
        self.stop.store(true, Ordering::Relaxed);
        if let Err(err) = self.task.await {
            if err.is_panic() {
                eprintln!("the driver crashed: {err}");
            }
        }
        self.dropped.load(Ordering::Relaxed)
    }
}

async fn brightness(frames: &mut mpsc::Receiver<Frame>, count: usize) -> Option<f32> {
    let mut sum = 0.0;
    for _ in 0..count {
        let frame = frames.recv().await?;
        if frame.seq == 0 {
            return None;
        }
        sum += f32::from(frame.luma);
    }
    Some(sum / count as f32)
}

#[tokio::main]
async fn main() {
    let camera = TestPattern { seq: 0, period: Duration::from_millis(3) };
    let (pump, mut frames) = PumpBuilder::new(camera).depth(4).start();
    let mean = brightness(&mut frames, 8).await;
    println!("mean brightness: {mean:?}");
    tokio::time::sleep(Duration::from_millis(50)).await;
    let dropped = pump.stop().await;
    println!("dropped some: {}", dropped > 0);
}
