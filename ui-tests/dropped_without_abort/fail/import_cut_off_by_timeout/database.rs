use std::sync::Arc;

use tokio::sync::watch;

use crate::transaction::{Phase, Transaction};

pub struct Database {
    pub phase: Arc<watch::Sender<Phase>>,
}

impl Database {
    pub fn begin(&self) -> Transaction {
        self.phase.send_replace(Phase::Open);
        Transaction {
            phase: Arc::clone(&self.phase),
            rows: 0,
        }
    }

    pub async fn settled(&self) -> Phase {
        let mut phase = self.phase.subscribe();
        *phase
            .wait_for(|phase| *phase != Phase::Open)
            .await
            .expect("the database holds a sender")
    }
}
