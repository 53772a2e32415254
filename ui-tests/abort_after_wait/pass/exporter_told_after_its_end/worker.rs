use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use crate::exporter::Metric;

pub struct Worker {
    pub metrics: mpsc::Receiver<Metric>,
    pub stop: oneshot::Receiver<()>,
    pub flushed: u32,
}

impl Worker {
    pub async fn run(mut self) -> u32 {
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
