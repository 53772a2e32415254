//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Mutex, oneshot};
use tokio::time;

#[derive(Default)]
struct Lobby {
    waiting: VecDeque<oneshot::Sender<u32>>,
    seated: u32,
}

#[derive(Clone, Default)]
struct Restaurant {
    lobby: Arc<Mutex<Lobby>>,
}

impl Restaurant {
    async fn seat_next(&self) -> bool {
        let mut lobby = self.lobby.lock().await;
        let table = lobby.seated + 1;
        match lobby.waiting.pop_front() {
            Some(guest) => {
                lobby.seated = table;
                guest.send(table).is_ok()
            }
            None => false,
        }
    }

    async fn host(self, period: Duration) {
        let mut seated = 0;
        while seated < 2 {
            time::sleep(period).await;
            seated += u32::from(self.seat_next().await);
        }
        self.lobby.lock().await.waiting.clear();
    }

    async fn enter(&self, name: &str) -> Option<u32> {
        let mut lobby = self.lobby.lock().await;
        let (guest, table) = oneshot::channel();
        lobby.waiting.push_back(guest);
        println!("{name} waits as number {}", lobby.waiting.len());
        drop(lobby);
        let table = table.await;
        table.ok()
    }
}

#[tokio::main]
async fn main() {
    let restaurant = Restaurant::default();
    tokio::spawn(restaurant.clone().host(Duration::from_millis(5)));
    for name in ["ann", "bob"] {
        println!("{name}: {:?}", restaurant.enter(name).await);
    }
}
