//@ expect: none
//@ effect: none

use std::collections::HashMap;

use tokio::sync::mpsc;
use tokio::task::{JoinError, JoinHandle};

enum Update {
    Set(String, i64),
    Add(String, i64),
}

struct Ledger {
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
    fn open() -> Ledger {
        let (updates, inbox) = mpsc::unbounded_channel();
        Ledger {
            updates,
            keeper: tokio::spawn(keep(inbox)),
        }
    }

    fn set(&self, name: &str, value: i64) -> bool {
        self.updates
            .send(Update::Set(name.to_owned(), value))
            .is_ok()
    }

    fn add(&self, name: &str, value: i64) -> bool {
        self.updates
            .send(Update::Add(name.to_owned(), value))
            .is_ok()
    }

    async fn close(self) -> Result<HashMap<String, i64>, JoinError> {
        let Ledger { updates, keeper } = self;
        drop(updates);
        keeper.await
    }
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let ledger = Ledger::open();
    let mut booked = ledger.set("cash", 100);
    booked &= ledger.add("cash", -30);
    booked &= ledger.add("stock", 30);
    println!("booked: {booked}");
    let mut accounts: Vec<_> = ledger.close().await?.into_iter().collect();
    accounts.sort();
    println!("{accounts:?}");
    Ok(())
}
