use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time::Instant;

#[derive(Default)]
pub struct Cache {
    pub entries: Mutex<HashMap<String, Instant>>,
}

impl Cache {
    pub async fn touch(&self, key: &str) {
        let mut entries = self.entries.lock().await;
        entries.insert(key.to_owned(), Instant::now());
    }

    pub async fn expire(&self, age: Duration) -> usize {
        let mut entries = self.entries.lock().await;
        let before = entries.len();
        entries.retain(|_, touched| touched.elapsed() < age);
        before - entries.len()
    }
}
