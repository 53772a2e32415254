//@ expect: hangup_ignored
//@ effect: leak

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::sync::mpsc;

struct Reading {
    celsius: f32,
}

struct Sensor {
    id: u32,
    out: mpsc::Sender<Reading>,
    taken: Arc<AtomicU64>,
}

impl Sensor {
    async fn sample(&self) -> Reading {
        tokio::time::sleep(Duration::from_millis(5)).await;
        self.taken.fetch_add(1, Ordering::Relaxed);
        Reading { celsius: 20.0 + self.id as f32 }
    }

    async fn run(self) {
        loop {
            let reading = self.sample().await;
            let _ = self.out.send(reading).await; //~ hangup_ignored
        }
    }
}

struct Station {
    readings: mpsc::Receiver<Reading>,
}

impl Station {
    fn start(ids: &[u32], taken: &Arc<AtomicU64>) -> Station {
        let (out, readings) = mpsc::channel(8);
        for &id in ids {
            tokio::spawn(Sensor { id, out: out.clone(), taken: taken.clone() }.run());
        }
        Station { readings }
    }

    async fn average(mut self, n: usize) -> f32 {
        let mut sum = 0.0;
        for _ in 0..n {
            if let Some(reading) = self.readings.recv().await {
                sum += reading.celsius;
            }
        }
        sum / n as f32
    }
}

#[tokio::main]
async fn main() {
    let taken = Arc::new(AtomicU64::new(0));
    println!("{}", Station::start(&[1, 2], &taken).average(4).await > 20.0);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let before = taken.load(Ordering::Relaxed);
    tokio::time::sleep(Duration::from_millis(60)).await;
    if taken.load(Ordering::Relaxed) > before {
        std::process::exit(3);
    }
}
