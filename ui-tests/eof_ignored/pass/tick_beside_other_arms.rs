//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, mpsc};
use tokio::time::{self, MissedTickBehavior};

enum Message {
    Connected { peer: u32 },
    Probe,
}

#[derive(Default)]
struct Changes {
    queue: VecDeque<u32>,
    added: Notify,
}

impl Changes {
    async fn next(&mut self) -> u32 {
        loop {
            if let Some(peer) = self.queue.pop_front() {
                return peer;
            }
            self.added.notified().await;
        }
    }
}

#[derive(Default)]
struct PathActor {
    changes: Changes,
    wake: Notify,
    peers: Vec<u32>,
    cleanups: Arc<AtomicU32>,
}

impl PathActor {
    /// Ends when the sender is dropped.
    async fn run(&mut self, mut inbox: mpsc::Receiver<Message>) {
        let mut cleanup = time::interval(Duration::from_millis(5));
        cleanup.set_missed_tick_behavior(MissedTickBehavior::Skip);
        loop {
            tokio::select! {
                message = inbox.recv() => match message {
                    Some(message) => self.handle(message),
                    None => break,
                },
                peer = self.changes.next(), if !self.peers.is_empty() => self.reset(peer),
                _ = cleanup.tick() => self.clean(),
                () = self.wake.notified() => continue,
            }
        }
        println!("the actor ends");
    }

    fn handle(&mut self, message: Message) {
        match message {
            Message::Connected { peer } => {
                self.peers.push(peer);
                self.changes.queue.push_back(peer);
                self.wake.notify_one();
            }
            Message::Probe => println!("{} peers", self.peers.len()),
        }
    }

    fn reset(&mut self, peer: u32) {
        println!("the path to {peer} has changed");
        self.peers.retain(|other| *other != peer);
    }

    fn clean(&mut self) {
        self.cleanups.fetch_add(1, Ordering::Relaxed);
    }
}

async fn connect(cleanups: &Arc<AtomicU32>) {
    let (messages, inbox) = mpsc::channel(16);
    let mut actor = PathActor { cleanups: Arc::clone(cleanups), ..PathActor::default() };
    tokio::spawn(async move {
        actor.run(inbox).await;
    });
    for message in [Message::Connected { peer: 4 }, Message::Probe] {
        if messages.send(message).await.is_err() {
            eprintln!("the actor is gone");
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let cleanups = Arc::default();
    connect(&cleanups).await;
    time::sleep(Duration::from_millis(50)).await;
    let before = cleanups.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(100)).await;
    if cleanups.load(Ordering::Relaxed) > before {
        println!("the actor still runs");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
