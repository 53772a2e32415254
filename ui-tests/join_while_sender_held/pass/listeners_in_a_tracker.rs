//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use tokio::sync::broadcast::{self, error::RecvError};
use tokio_util::task::TaskTracker;

#[derive(Clone, Debug)]
enum Event {
    Joined(String),
    Said(String, String),
}

struct Room {
    events: broadcast::Sender<Event>,
    listeners: TaskTracker,
    delivered: Arc<AtomicUsize>,
}

impl Room {
    fn new() -> Room {
        let (events, _) = broadcast::channel(32);
        Room {
            events,
            listeners: TaskTracker::new(),
            delivered: Arc::default(),
        }
    }

    fn join(&self, name: &str) {
        let name = name.to_owned();
        let mut events = self.events.subscribe();
        let delivered = Arc::clone(&self.delivered);
        self.listeners.spawn(async move {
            loop {
                match events.recv().await {
                    Ok(Event::Joined(who)) if who == name => {}
                    Ok(_) => {
                        delivered.fetch_add(1, Ordering::Relaxed);
                    }
                    Err(RecvError::Lagged(missed)) => eprintln!("{name} missed {missed}"),
                    Err(RecvError::Closed) => break,
                }
            }
        });
    }

    fn announce(&self, event: Event) {
        let _ = self.events.send(event);
    }

    async fn close(self) -> usize {
        let Room {
            events,
            listeners,
            delivered,
        } = self;
        drop(events);
        listeners.close();
        listeners.wait().await;
        delivered.load(Ordering::Relaxed)
    }
}

#[tokio::main]
async fn main() {
    let room = Room::new();
    for name in ["ann", "bob"] {
        room.join(name);
        room.announce(Event::Joined(name.to_owned()));
    }
    room.announce(Event::Said("ann".into(), "hello".into()));
    println!("{} deliveries", room.close().await);
}
