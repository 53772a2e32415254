//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};

#[derive(Debug)]
enum Command {
    Probe { host: String, tries: u32 },
    Stop,
}

async fn reachable(host: &str) -> bool {
    tokio::time::sleep(Duration::from_millis(1)).await;
    host.len() % 2 == 0
}

// A retry waits for room in a task of its own, so the loop goes on and makes some.
async fn monitor(mut commands: Receiver<Command>, retry: Sender<Command>) -> u32 {
    let mut up = 0;
    while let Some(command) = commands.recv().await {
        match command {
            Command::Probe { host, tries } => {
                if reachable(&host).await {
                    up += 1;
                } else if tries < 2 {
                    let retry = retry.clone();
                    tokio::spawn(async move {
                        let again = Command::Probe { host: host + ".", tries: tries + 1 };
                        if retry.send(again).await.is_err() {
                            eprintln!("nobody monitors any more");
                        }
                    });
                }
            }
            Command::Stop => break,
        }
    }
    up
}

#[tokio::main]
async fn main() {
    let (commands, inbox) = mpsc::channel(1);
    let task = tokio::spawn(monitor(inbox, commands.clone()));
    for host in ["a", "bb", "ccc", "dddd", "eeeee"] {
        let probe = Command::Probe { host: host.to_owned(), tries: 0 };
        if commands.send(probe).await.is_err() {
            return;
        }
    }
    tokio::time::sleep(Duration::from_millis(50)).await;
    if commands.send(Command::Stop).await.is_ok() {
        println!("up: {:?}", task.await.ok());
    }
}
