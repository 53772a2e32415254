use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, mpsc};
use tokio::time::{self, MissedTickBehavior};

use crate::changes::{Changes, Message};

#[derive(Default)]
pub struct PathActor {
    pub changes: Changes,
    pub wake: Notify,
    pub peers: Vec<u32>,
    pub cleanups: Arc<AtomicU32>,
}

impl PathActor {
    /// Ends when the sender is dropped.
    pub async fn run(&mut self, mut inbox: mpsc::Receiver<Message>) {
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
