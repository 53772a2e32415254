//@ expect: teardown_without_abort
//@ effect: hang

mod services;

use std::time::Duration;

use tokio::sync::{Mutex, watch};

use services::{Health, Services};

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
