//@ expect: none
//@ effect: none

mod database;
mod transaction;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::timeout;

use database::Database;
use transaction::{Phase, Transaction};

async fn import(transaction: &mut Transaction, rows: u32, cost: Duration) {
    for _ in 0..rows {
        transaction.insert(cost).await;
    }
}

async fn load(database: &Database, rows: u32, cost: Duration) -> bool {
    let mut transaction = database.begin();
    let work = import(&mut transaction, rows, cost);
    if timeout(Duration::from_millis(60), work).await.is_err() {
        transaction.rollback();
        return false;
    }
    transaction.commit();
    true
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
