//@ expect: teardown_without_abort
//@ effect: hang

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{watch, Mutex};
use tokio::task::JoinHandle;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Health {
    Starting,
    Ready,
    Gone,
}

struct Service {
    health: Arc<watch::Sender<Health>>,
    task: JoinHandle<()>,
}

#[derive(Default)]
struct Services {
    running: Mutex<HashMap<String, Service>>,
}

impl Services {
    async fn start(&self, name: &str, boot: Duration) -> watch::Receiver<Health> {
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

    async fn kill(&self, name: &str, graveyard: &Mutex<Vec<Service>>) -> bool {
        let Some(service) = self.running.lock().await.remove(name) else {
            return false;
        };
        service.task.abort(); //~ teardown_without_abort
        graveyard.lock().await.push(service);
        true
    }
}

async fn settled(mut health: watch::Receiver<Health>) -> Health {
    while *health.borrow_and_update() == Health::Starting {
        if health.changed().await.is_err() {
            return Health::Gone;
        }
    }
    *health.borrow()
}

#[tokio::main]
async fn main() {
    let services = Services::default();
    let graveyard = Mutex::new(Vec::new());
    let health = services.start("database", Duration::from_secs(60)).await;
    tokio::time::sleep(Duration::from_millis(10)).await;
    println!("killed: {}", services.kill("database", &graveyard).await);
    println!("database is {:?}", settled(health).await);
}
