use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::broadcast;

#[derive(Clone, Debug)]
pub struct Invalidate(pub String);

#[derive(Default)]
pub struct Cache {
    pub rows: Mutex<HashMap<String, u64>>,
}

impl Cache {
    fn forget(&self, key: &str) {
        self.rows.lock().unwrap().remove(key);
    }

    pub async fn listen(self: Arc<Self>, mut bus: broadcast::Receiver<Invalidate>) {
        loop {
            let key = match bus.recv().await {
                Ok(Invalidate(key)) => key,
                Err(broadcast::error::RecvError::Lagged(_)) => {
                    self.rows.lock().unwrap().clear();
                    continue;
                }
                Err(broadcast::error::RecvError::Closed) => return,
            };
            self.forget(&key);
        }
    }
}
