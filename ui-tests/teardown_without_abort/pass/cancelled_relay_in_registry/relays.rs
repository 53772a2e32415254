use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::{RwLock, broadcast};
use tokio::time;
use tokio_util::sync::CancellationToken;

struct Relay {
    feed: broadcast::Sender<u64>,
    cancel: CancellationToken,
}

#[derive(Default)]
pub struct Relays {
    relays: RwLock<HashMap<String, Relay>>,
}

async fn count(feed: broadcast::Sender<u64>, cancel: CancellationToken) {
    let mut interval = time::interval(Duration::from_millis(3));
    for number in 1.. {
        tokio::select! {
            () = cancel.cancelled() => break,
            _ = interval.tick() => {
                let _ = feed.send(number);
            }
        }
    }
}

impl Relays {
    pub async fn open(&self, name: &str) -> broadcast::Receiver<u64> {
        let (feed, numbers) = broadcast::channel(64);
        let cancel = CancellationToken::new();
        tokio::spawn(count(feed.clone(), cancel.clone()));
        let relay = Relay { feed, cancel };
        self.relays.write().await.insert(name.to_owned(), relay);
        numbers
    }

    pub async fn close(&self, name: &str) -> bool {
        let mut relays = self.relays.write().await;
        let Some(relay) = relays.remove(name) else {
            return false;
        };
        relay.cancel.cancel();
        relay.feed.receiver_count() > 0
    }

    pub async fn known(&self) -> usize {
        self.relays.read().await.len()
    }
}
