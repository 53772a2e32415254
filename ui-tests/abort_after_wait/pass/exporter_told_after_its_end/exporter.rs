use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::worker::Worker;

pub struct Metric(pub &'static str, pub f64);

pub struct Exporter {
    pub metrics: mpsc::Sender<Metric>,
    pub stop: Option<oneshot::Sender<()>>,
    task: Option<JoinHandle<u32>>,
}

impl Exporter {
    pub fn start() -> Exporter {
        let (metrics, inbox) = mpsc::channel(64);
        let (stop, stopped) = oneshot::channel();
        let worker = Worker { metrics: inbox, stop: stopped, flushed: 0 };
        Exporter { metrics, stop: Some(stop), task: Some(tokio::spawn(worker.run())) }
    }

    pub async fn close(&mut self) -> Option<u32> {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        let task = self.task.take()?;
        let flushed = task.await.ok()?;
        Some(flushed)
    }
}
