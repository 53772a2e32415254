use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::Notify;

use crate::notify::NotifyOnce;

#[derive(Debug, Default)]
pub struct Shared {
    graceful: NotifyOnce,
    connections: Notify,
    open: std::sync::atomic::AtomicUsize,
}

#[derive(Clone, Debug, Default)]
pub struct Handle(pub Arc<Shared>);

impl Handle {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn graceful_shutdown(&self) {
        self.0.graceful.notify_waiters();
    }

    pub async fn wait_graceful_shutdown(&self) {
        self.0.graceful.notified().await;
    }

    pub fn watcher(&self) -> Watcher {
        self.0.open.fetch_add(1, Ordering::SeqCst);
        Watcher(self.clone())
    }

    pub async fn wait_connections_end(&self) {
        while self.0.open.load(Ordering::SeqCst) > 0 {
            self.0.connections.notified().await;
        }
    }
}

/// Held by each connection; its end is told to who waits for all of them.
pub struct Watcher(pub Handle);

impl Drop for Watcher {
    fn drop(&mut self) {
        let shared = &self.0.0;
        if shared.open.fetch_sub(1, Ordering::SeqCst) == 1 {
            shared.connections.notify_one();
        }
    }
}
