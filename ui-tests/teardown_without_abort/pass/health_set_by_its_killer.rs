//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

#[derive(Clone, Debug, PartialEq)]
enum Health {
    Starting,
    Up(u16),
    Down(String),
}

struct Service {
    health: Arc<watch::Sender<Health>>,
    task: JoinHandle<()>,
    port: u16,
}

impl Service {
    fn launch(port: u16, boot: Duration) -> Service {
        let health = Arc::new(watch::channel(Health::Starting).0);
        let state = health.clone();
        let task = tokio::spawn(async move {
            tokio::time::sleep(boot).await;
            state.send_replace(Health::Up(port));
            std::future::pending::<()>().await;
        });
        Service { health, task, port }
    }

    fn kill(&self, reason: &str) {
        println!("port {}: {reason}", self.port);
        self.task.abort();
        self.health.send_replace(Health::Down(reason.to_string()));
    }

    async fn ready(&self) -> Health {
        let mut health = self.health.subscribe();
        loop {
            let now = health.borrow_and_update().clone();
            if now != Health::Starting {
                return now;
            }
            if health.changed().await.is_err() {
                return Health::Down("gone".to_string());
            }
        }
    }
}

#[tokio::main]
async fn main() {
    let (orders, mut inbox) = mpsc::channel(1);
    orders.send("port taken").await.unwrap();
    let service = Service::launch(8080, Duration::from_secs(60));
    if let Some(reason) = inbox.recv().await {
        service.kill(reason);
    }
    println!("{:?}", service.ready().await);
}
