use std::sync::Arc;
use std::time::Instant;

use tokio::sync::{mpsc, Mutex};
use tokio::task::JoinHandle;

use crate::exporter::{self, Batch, Record};

struct Inner {
    queue: Mutex<Option<mpsc::Sender<Record>>>,
    exporter: Mutex<Option<JoinHandle<u64>>>,
}

impl Inner {
    async fn emit(&self, record: Record) {
        let queue = self.queue.lock().await.clone();
        let Some(queue) = queue else {
            return;
        };
        if queue.send(record).await.is_err() {
            eprintln!("telemetry is closed");
        }
    }
}

#[derive(Clone)]
pub struct Telemetry {
    inner: Arc<Inner>,
}

pub struct Span {
    name: &'static str,
    begun: Instant,
    inner: Arc<Inner>,
}

impl Span {
    pub async fn finish(self) {
        let micros = self.begun.elapsed().as_micros();
        self.inner.emit(Record::Span { name: self.name, micros }).await;
    }
}

impl Telemetry {
    pub fn install(backend: Batch) -> Self {
        let (queue, records) = mpsc::channel(64);
        let size = backend.size();
        let exporter = tokio::spawn(exporter::export(records, backend, size));
        Telemetry {
            inner: Arc::new(Inner {
                queue: Mutex::new(Some(queue)),
                exporter: Mutex::new(Some(exporter)),
            }),
        }
    }

    pub async fn count(&self, name: &'static str, by: u64) {
        self.inner.emit(Record::Counter { name, by }).await;
    }

    pub async fn span(&self, name: &'static str) -> Span {
        Span { name, begun: Instant::now(), inner: Arc::clone(&self.inner) }
    }

    pub async fn shutdown(&self) -> Option<u64> {
        let task = self.inner.exporter.lock().await.take()?;
        drop(self.inner.queue.lock().await.take());
        match task.await {
            Ok(exported) => Some(exported),
            Err(err) => {
                eprintln!("exporter: {err}");
                None
            }
        }
    }
}
