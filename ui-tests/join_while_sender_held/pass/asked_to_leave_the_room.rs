//! Each member of a room waits for the message that names it.
//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::broadcast::{self, error::RecvError};
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinHandle;

#[derive(Debug, Clone)]
enum Chat {
    Say(Arc<str>),
    Leave(u32),
}

struct Room {
    tx: broadcast::Sender<Chat>,
    members: BTreeMap<u32, JoinHandle<(usize, u64)>>,
}

async fn member(id: u32, mut rx: broadcast::Receiver<Chat>) -> (usize, u64) {
    let (mut heard, mut missed) = (0, 0);
    loop {
        match rx.recv().await {
            Ok(Chat::Say(_)) => heard += 1,
            Ok(Chat::Leave(who)) if who == id => break,
            Ok(Chat::Leave(_)) => {}
            Err(RecvError::Lagged(n)) => missed += n,
            Err(RecvError::Closed) => break,
        }
    }
    (heard, missed)
}

impl Room {
    fn new(size: usize) -> Room {
        Room { tx: broadcast::Sender::new(size), members: BTreeMap::new() }
    }

    fn enter(&mut self, id: u32) {
        let rx = self.tx.subscribe();
        self.members.insert(id, tokio::spawn(member(id, rx)));
    }

    async fn leave(&mut self, id: u32) -> Option<(usize, u64)> {
        let member = self.members.remove(&id)?;
        self.tx.send(Chat::Leave(id)).ok()?;
        member.await.ok()
    }

    async fn close(self) -> Vec<(u32, usize)> {
        let Room { tx, members } = self;
        let mut heard = Vec::new();
        drop(tx);
        for (id, member) in members {
            if let Ok((n, missed)) = member.await {
                heard.push((id, n + missed as usize));
            }
        }
        heard
    }
}

struct Lobby {
    rooms: Mutex<BTreeMap<&'static str, Room>>,
    log: mpsc::UnboundedSender<String>,
}

impl Lobby {
    async fn say(&self, room: &str, text: &str) {
        if let Some(room) = self.rooms.lock().await.get(room) {
            let listeners = room.tx.send(Chat::Say(text.into())).unwrap_or(0);
            let _ = self.log.send(format!("{text}: {listeners}"));
        }
    }

    async fn raze(&self, room: &str) -> Vec<(u32, usize)> {
        let room = self.rooms.lock().await.remove(room);
        match room {
            Some(room) => room.close().await,
            None => Vec::new(),
        }
    }
}

#[tokio::main]
async fn main() {
    let (log, mut lines) = mpsc::unbounded_channel();
    let lobby = Lobby { rooms: Mutex::default(), log };
    for (name, size) in [("den", 16), ("hall", 2)] {
        let mut room = Room::new(size);
        (1..=3).for_each(|id| room.enter(id));
        lobby.rooms.lock().await.insert(name, room);
    }
    for n in 0..5 {
        lobby.say("hall", &format!("line {n}")).await;
    }
    if let Some(den) = lobby.rooms.lock().await.get_mut("den") {
        println!("{:?}", den.leave(2).await.is_some());
    }
    println!("{:?}", lobby.raze("hall").await);
    println!("{:?}", lobby.raze("hall").await);
    println!("{}", lobby.raze("den").await.len());
    drop(lobby);
    let mut n = 0;
    while lines.recv().await.is_some() {
        n += 1;
    }
    println!("{n} lines");
}
