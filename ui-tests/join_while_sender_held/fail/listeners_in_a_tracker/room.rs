use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;
use tokio_util::task::TaskTracker;

#[derive(Clone, Debug)]
pub enum Event {
    Joined(String),
    Said(String, String),
}

pub struct Room {
    events: broadcast::Sender<Event>,
    listeners: TaskTracker,
    delivered: Arc<AtomicUsize>,
}

impl Room {
    pub fn new() -> Room {
        let (events, _) = broadcast::channel(32);
        Room {
            events,
            listeners: TaskTracker::new(),
            delivered: Arc::default(),
        }
    }

    pub fn join(&self, name: &str) {
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

    pub fn announce(&self, event: Event) {
        let _ = self.events.send(event);
    }

    pub async fn close(self) -> usize {
        self.listeners.close();
        self.listeners.wait().await; //~ join_while_sender_held
        self.delivered.load(Ordering::Relaxed)
    }
}
