//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::time::Duration;

use must_abort::must_abort;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Open,
    Committed(u32),
    RolledBack,
}

#[must_abort(commit, rollback)]
struct Transaction {
    phase: Arc<watch::Sender<Phase>>,
    rows: u32,
}

impl Transaction {
    async fn insert(&mut self, cost: Duration) {
        sleep(cost).await;
        self.rows += 1;
    }

    fn commit(self) {
        self.phase.send_replace(Phase::Committed(self.rows));
    }

    fn rollback(self) {
        self.phase.send_replace(Phase::RolledBack);
    }
}

struct Database {
    phase: Arc<watch::Sender<Phase>>,
}

impl Database {
    fn begin(&self) -> Transaction {
        self.phase.send_replace(Phase::Open);
        Transaction {
            phase: Arc::clone(&self.phase),
            rows: 0,
        }
    }

    async fn settled(&self) -> Phase {
        let mut phase = self.phase.subscribe();
        *phase
            .wait_for(|phase| *phase != Phase::Open)
            .await
            .expect("the database holds a sender")
    }
}

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
