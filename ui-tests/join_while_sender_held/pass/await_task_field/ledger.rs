use std::collections::HashMap;

use tokio::sync::mpsc;
use tokio::task::{JoinError, JoinHandle};

enum Update {
    Set(String, i64),
    Add(String, i64),
}

pub struct Ledger {
    updates: mpsc::UnboundedSender<Update>,
    keeper: JoinHandle<HashMap<String, i64>>,
}

async fn keep(mut updates: mpsc::UnboundedReceiver<Update>) -> HashMap<String, i64> {
    let mut accounts = HashMap::new();
    while let Some(update) = updates.recv().await {
        match update {
            Update::Set(name, value) => {
                accounts.insert(name, value);
            }
            Update::Add(name, value) => *accounts.entry(name).or_default() += value,
        }
    }
    accounts
}

impl Ledger {
    pub fn open() -> Ledger {
        let (updates, inbox) = mpsc::unbounded_channel();
        Ledger {
            updates,
            keeper: tokio::spawn(keep(inbox)),
        }
    }

    pub fn set(&self, name: &str, value: i64) -> bool {
        self.updates
            .send(Update::Set(name.to_owned(), value))
            .is_ok()
    }

    pub fn add(&self, name: &str, value: i64) -> bool {
        self.updates
            .send(Update::Add(name.to_owned(), value))
            .is_ok()
    }

    pub async fn close(self) -> Result<HashMap<String, i64>, JoinError> {
        let Ledger { updates, keeper } = self;
        drop(updates);
        keeper.await
    }
}
