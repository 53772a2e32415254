//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

#[derive(Debug)]
struct Reading {
    sequence: u64,
    volts: f32,
}

struct Meter {
    readings: mpsc::Receiver<Reading>,
    sampling: JoinHandle<()>,
}

async fn sample(out: mpsc::Sender<Reading>) {
    let mut sequence = 0;
    loop {
        tokio::time::sleep(Duration::from_millis(4)).await;
        let volts = 230.0 + (sequence % 5) as f32 / 10.0;
        let _ = out.send(Reading { sequence, volts }).await;
        sequence += 1;
    }
}

impl Meter {
    fn start() -> Meter {
        let (out, readings) = mpsc::channel(8);
        let sampling = tokio::spawn(sample(out));
        Meter { readings, sampling }
    }

    async fn average(&mut self, count: usize) -> f32 {
        let mut sum = 0.0;
        for _ in 0..count {
            if let Some(reading) = self.readings.recv().await {
                println!("reading {}", reading.sequence);
                sum += reading.volts;
            }
        }
        sum / count as f32
    }

    async fn stop(self) {
        self.sampling.abort();
        if let Err(err) = self.sampling.await {
            println!("sampling: {err}");
        }
    }
}

#[tokio::main]
async fn main() {
    let mut meter = Meter::start();
    println!("{:.1} V", meter.average(3).await);
    meter.stop().await;
}
