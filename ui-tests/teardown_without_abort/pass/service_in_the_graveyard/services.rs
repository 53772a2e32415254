use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Health {
    Starting,
    Ready,
    Gone,
}

pub struct Service {
    health: Arc<watch::Sender<Health>>,
    task: JoinHandle<()>,
}

#[derive(Default)]
pub struct Services {
    running: Mutex<HashMap<String, Service>>,
}

impl Services {
    pub async fn start(&self, name: &str, boot: Duration) -> watch::Receiver<Health> {
        let (health, watcher) = watch::channel(Health::Starting);
        let health = Arc::new(health);
        let report = Arc::clone(&health);
        let task = tokio::spawn(async move {
            tokio::time::sleep(boot).await;
            let _ = report.send(Health::Ready);
            std::future::pending::<()>().await;
        });
        let service = Service { health, task };
        self.running.lock().await.insert(name.to_owned(), service);
        watcher
    }

    pub async fn kill(&self, name: &str, graveyard: &Mutex<Vec<Service>>) -> bool {
        let Some(service) = self.running.lock().await.remove(name) else {
            return false;
        };
        service.task.abort();
        let _ = service.health.send(Health::Gone);
        graveyard.lock().await.push(service);
        true
    }
}
