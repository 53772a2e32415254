//@ expect: none
//@ effect: none

use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{self, Receiver, Sender};
use tokio::task::JoinHandle;

#[derive(Clone, Debug)]
enum Change {
    Added(String),
    Removed(String),
}

struct Mirror {
    names: Vec<String>,
    missed: u64,
}

impl Mirror {
    fn apply(&mut self, change: Change) {
        match change {
            Change::Added(name) => self.names.push(name),
            Change::Removed(name) => self.names.retain(|known| *known != name),
        }
    }

    async fn follow(mut self, mut changes: Receiver<Change>, wanted: usize) -> Mirror {
        while self.names.len() < wanted {
            match changes.recv().await {
                Ok(change) => self.apply(change),
                Err(RecvError::Lagged(missed)) => self.missed += missed,
                Err(RecvError::Closed) => break,
            }
        }
        self
    }
}

fn publish(changes: Sender<Change>, names: &[&str]) {
    for name in names {
        let name = (*name).to_owned();
        if changes.send(Change::Added(name.clone())).is_err() {
            eprintln!("nobody follows {name}");
        }
    }
    let _ = changes.send(Change::Removed(names[0].to_owned()));
}

#[tokio::main]
async fn main() {
    let (changes, _) = broadcast::channel(16);
    let mirror = Mirror { names: Vec::new(), missed: 0 };
    let follower: JoinHandle<Mirror> = tokio::spawn(mirror.follow(changes.subscribe(), 4));
    publish(changes, &["ann", "bob", "cyd"]);
    match follower.await {
        Ok(mirror) => println!("{:?}, missed {}", mirror.names, mirror.missed > 0),
        Err(err) => eprintln!("{err}"),
    }
}
