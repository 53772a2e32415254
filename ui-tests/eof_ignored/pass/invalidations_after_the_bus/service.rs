use std::sync::Arc;

use tokio::sync::broadcast;

use crate::cache::{Cache, Invalidate};

pub struct Service {
    pub cache: Arc<Cache>,
    pub bus: broadcast::Sender<Invalidate>,
}

impl Service {
    pub fn put(&self, key: &str, value: u64) {
        self.cache.rows.lock().unwrap().insert(key.to_owned(), value);
        let _ = self.bus.send(Invalidate(key.to_owned()));
    }
}
