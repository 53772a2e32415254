//@ expect: none
//@ effect: none

use std::collections::HashMap;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;

#[derive(Debug)]
enum Event {
    Opened { user: String },
    Closed { user: String },
}

struct SessionBook {
    events: mpsc::Receiver<Event>,
    open: HashMap<String, u32>,
    misses: u32,
}

impl SessionBook {
    fn new(events: mpsc::Receiver<Event>) -> SessionBook {
        SessionBook {
            events,
            open: HashMap::new(),
            misses: 0,
        }
    }

    async fn run(mut self) -> HashMap<String, u32> {
        loop {
            match self.events.recv().await {
                Some(Event::Opened { user }) => *self.open.entry(user).or_insert(0) += 1,
                Some(Event::Closed { user }) => self.closed(&user),
                None => {
                    println!("{} misses", self.misses);
                    return self.open;
                }
            }
        }
    }

    fn closed(&mut self, user: &str) {
        match self.open.get_mut(user) {
            Some(count) if *count > 0 => *count -= 1,
            _ => self.misses += 1,
        }
    }
}

struct Gate {
    events: mpsc::Sender<Event>,
    book: JoinHandle<HashMap<String, u32>>,
}

impl Gate {
    fn open() -> Gate {
        let (events, inbox) = mpsc::channel(8);
        let book = tokio::spawn(SessionBook::new(inbox).run());
        Gate { events, book }
    }

    async fn enter(&self, user: &str) {
        let user = user.to_owned();
        let _ = self.events.send(Event::Opened { user }).await;
    }

    async fn leave(&self, user: &str) {
        let user = user.to_owned();
        let _ = self.events.send(Event::Closed { user }).await;
    }

    async fn finish(self) -> HashMap<String, u32> {
        drop(self.events);
        self.book.await.unwrap_or_default()
    }
}

#[tokio::main]
async fn main() {
    let gate = Gate::open();
    gate.enter("ann").await;
    gate.enter("bob").await;
    gate.leave("ann").await;
    let open = gate.finish().await;
    println!("{} users known", open.len());
}
