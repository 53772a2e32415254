use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

#[derive(Clone, Debug)]
pub struct Quote {
    pub symbol: String,
    pub cents: u64,
}

pub enum Command {
    Subscribe { viewer: u32, quotes: Sender<Quote> },
    Unsubscribe { viewer: u32 },
    Front(Sender<Quote>),
    Publish(Quote),
}

struct Feed {
    commands: Receiver<Command>,
    viewers: HashMap<u32, Sender<Quote>>,
    front: Option<Sender<Quote>>,
}

impl Feed {
    fn run(mut self) {
        while let Ok(command) = self.commands.recv() {
            self.handle(command);
        }
    }

    fn handle(&mut self, command: Command) {
        match command {
            Command::Subscribe { viewer, quotes } => {
                self.viewers.insert(viewer, quotes);
            }
            Command::Unsubscribe { viewer } => {
                self.viewers.remove(&viewer);
            }
            Command::Front(quotes) => self.front = Some(quotes),
            Command::Publish(quote) => {
                for viewer in self.viewers.values().chain(&self.front) {
                    viewer.send(quote.clone()).ok();
                }
            }
        }
    }
}

pub fn start() -> (Sender<Command>, JoinHandle<()>) {
    let (tx, commands) = mpsc::channel();
    let feed = Feed { commands, viewers: HashMap::new(), front: None };
    (tx, thread::spawn(move || feed.run()))
}
