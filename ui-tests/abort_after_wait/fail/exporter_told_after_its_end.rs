//@ expect: abort_after_wait
//@ effect: hang

use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

struct Metric(&'static str, f64);

struct Exporter {
    metrics: mpsc::Sender<Metric>,
    stop: Option<oneshot::Sender<()>>,
    task: Option<JoinHandle<u32>>,
}

struct Worker {
    metrics: mpsc::Receiver<Metric>,
    stop: oneshot::Receiver<()>,
    flushed: u32,
}

impl Worker {
    async fn run(mut self) -> u32 {
        let mut flush = tokio::time::interval(Duration::from_millis(10));
        let mut batch = Vec::new();
        loop {
            tokio::select! {
                _ = &mut self.stop => break,
                _ = flush.tick() => {
                    self.flushed += batch.len() as u32;
                    batch.clear();
                }
                Some(metric) = self.metrics.recv() => batch.push(metric),
            }
        }
        self.flushed += batch.iter().filter(|Metric(name, value)| !name.is_empty() && *value > 0.0).count() as u32;
        self.flushed
    }
}

impl Exporter {
    fn start() -> Exporter {
        let (metrics, inbox) = mpsc::channel(64);
        let (stop, stopped) = oneshot::channel();
        let worker = Worker { metrics: inbox, stop: stopped, flushed: 0 };
        Exporter { metrics, stop: Some(stop), task: Some(tokio::spawn(worker.run())) }
    }

    async fn close(&mut self) -> Option<u32> {
        let task = self.task.take()?;
        let flushed = task.await.ok()?; //~ abort_after_wait
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        Some(flushed)
    }
}

#[tokio::main]
async fn main() {
    let mut exporter = Exporter::start();
    let _ = exporter.metrics.send(Metric("requests", 1.0)).await;
    println!("{:?}", exporter.close().await);
}
