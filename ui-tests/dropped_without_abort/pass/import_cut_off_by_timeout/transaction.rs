use std::sync::Arc;
use std::time::Duration;

use must_abort::must_abort;
use tokio::sync::watch;
use tokio::time::sleep;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Phase {
    Open,
    Committed(u32),
    RolledBack,
}

#[must_abort(commit, rollback)]
pub struct Transaction {
    pub phase: Arc<watch::Sender<Phase>>,
    pub rows: u32,
}

impl Transaction {
    pub async fn insert(&mut self, cost: Duration) {
        sleep(cost).await;
        self.rows += 1;
    }

    pub fn commit(self) {
        self.phase.send_replace(Phase::Committed(self.rows));
    }

    pub fn rollback(self) {
        self.phase.send_replace(Phase::RolledBack);
    }
}
