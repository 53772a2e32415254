use std::collections::HashMap;

use tokio::sync::{mpsc, oneshot};

use crate::command::{Closed, Command};

#[derive(Clone)]
pub struct Counters {
    commands: mpsc::Sender<Command>,
}

async fn serve(mut commands: mpsc::Receiver<Command>) {
    let mut counters: HashMap<String, i64> = HashMap::new();
    while let Some(command) = commands.recv().await {
        match command {
            Command::Get(key, reply) => {
                let _ = reply.send(counters.get(&key).copied());
            }
            Command::Add { key, by, total } => {
                let counter = counters.entry(key).or_default();
                *counter += by;
                let _ = total.send(*counter);
            }
        }
    }
}

impl Counters {
    pub fn start() -> Counters {
        let (commands, inbox) = mpsc::channel(4);
        tokio::spawn(serve(inbox));
        Counters { commands }
    }

    pub async fn get(&self, key: &str) -> Result<Option<i64>, Closed> {
        let (reply, value) = oneshot::channel();
        let command = Command::Get(key.to_owned(), reply);
        self.commands.send(command).await.map_err(|_| Closed)?;
        value.await.map_err(|_| Closed)
    }

    pub async fn add(&self, key: &str, by: i64) -> Result<i64, Closed> {
        let (total, new_total) = oneshot::channel();
        let key = key.to_owned();
        let command = Command::Add { key, by, total };
        self.commands.send(command).await.map_err(|_| Closed)?;
        new_total.await.map_err(|_| Closed)
    }
}
