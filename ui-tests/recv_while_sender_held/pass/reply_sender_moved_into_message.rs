//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::fmt;

use tokio::sync::{mpsc, oneshot};

type Reply<T> = oneshot::Sender<T>;

enum Command {
    Get(String, Reply<Option<i64>>),
    Add { key: String, by: i64, total: Reply<i64> },
}

#[derive(Debug)]
struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the counters are closed")
    }
}

#[derive(Clone)]
struct Counters {
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
    fn start() -> Counters {
        let (commands, inbox) = mpsc::channel(4);
        tokio::spawn(serve(inbox));
        Counters { commands }
    }

    async fn get(&self, key: &str) -> Result<Option<i64>, Closed> {
        let (reply, value) = oneshot::channel();
        let command = Command::Get(key.to_owned(), reply);
        self.commands.send(command).await.map_err(|_| Closed)?;
        value.await.map_err(|_| Closed)
    }

    async fn add(&self, key: &str, by: i64) -> Result<i64, Closed> {
        let (total, new_total) = oneshot::channel();
        let key = key.to_owned();
        let command = Command::Add { key, by, total };
        self.commands.send(command).await.map_err(|_| Closed)?;
        new_total.await.map_err(|_| Closed)
    }
}

#[tokio::main]
async fn main() -> Result<(), Closed> {
    let counters = Counters::start();
    counters.add("visits", 2).await?;
    println!("visits {}", counters.add("visits", 3).await?);
    println!("errors {:?}", counters.get("errors").await?);
    Ok(())
}
