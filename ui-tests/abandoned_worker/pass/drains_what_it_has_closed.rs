//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

enum Operation {
    Get(u32, oneshot::Sender<Option<String>>),
    Put(u32, String),
}

struct Store {
    operations: mpsc::Receiver<Operation>,
    rows: HashMap<u32, String>,
    token: CancellationToken,
}

impl Store {
    async fn run(mut self) -> usize {
        loop {
            let operation = tokio::select! {
                biased;
                operation = self.operations.recv() => match operation {
                    Some(operation) => operation,
                    None => break,
                },
                () = self.token.cancelled() => break,
            };
            self.apply(operation);
        }
        // What was sent before is done, and nothing more comes.
        self.operations.close();
        while let Some(operation) = self.operations.recv().await {
            self.apply(operation);
        }
        self.rows.len()
    }

    fn apply(&mut self, operation: Operation) {
        match operation {
            Operation::Get(key, reply) => {
                let _ = reply.send(self.rows.get(&key).cloned());
            }
            Operation::Put(key, row) => {
                self.rows.insert(key, row);
            }
        }
    }
}

async fn get(store: &mpsc::Sender<Operation>, key: u32) -> Option<String> {
    let (reply, row) = oneshot::channel();
    store.send(Operation::Get(key, reply)).await.ok()?;
    row.await.ok().flatten()
}

#[tokio::main]
async fn main() {
    let token = CancellationToken::new();
    let (handle, operations) = mpsc::channel(4);
    let store = Store { operations, rows: HashMap::new(), token: token.child_token() };
    let store = tokio::spawn(store.run());
    for key in 0..3 {
        let _ = handle.send(Operation::Put(key, format!("row {key}"))).await;
    }
    println!("{:?}", get(&handle, 1).await);
    token.cancel();
    match timeout(Duration::from_secs(1), store).await {
        Ok(rows) => println!("{} rows", rows.unwrap_or(0)),
        Err(_) => println!("the store is slow to end"),
    }
    println!("{:?}", get(&handle, 2).await);
}
