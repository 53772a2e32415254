//@ expect: dropped_without_abort
//@ effect: hang

mod database;
mod transaction;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use database::Database;
use transaction::{Phase, Transaction};

async fn import(mut transaction: Transaction, rows: u32, cost: Duration) {
    for _ in 0..rows {
        transaction.insert(cost).await;
    }
    transaction.commit();
}

async fn load(database: &Database, rows: u32, cost: Duration) -> bool {
    let transaction = database.begin();
    let work = import(transaction, rows, cost);
    timeout(Duration::from_millis(60), work).await.is_ok() //~ dropped_without_abort
}

#[tokio::main]
async fn main() {
    let database = Database {
        phase: Arc::new(watch::channel(Phase::RolledBack).0),
    };
    for (rows, cost) in [(3, 1), (4, 100)] {
        let loaded = load(&database, rows, Duration::from_millis(cost)).await;
        println!("loaded: {loaded}, {:?}", database.settled().await);
    }
}
