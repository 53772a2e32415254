//@ expect: none
//@ effect: none
//! A viewer of a price feed takes itself off the list before it drains what it was sent, and the latest viewer of the front page
//! takes the place of the one before.

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

#[derive(Clone, Debug)]
struct Quote {
    symbol: String,
    cents: u64,
}

enum Command {
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

fn start() -> (Sender<Command>, JoinHandle<()>) {
    let (tx, commands) = mpsc::channel();
    let feed = Feed { commands, viewers: HashMap::new(), front: None };
    (tx, thread::spawn(move || feed.run()))
}

fn main() {
    let (feed, thread) = start();
    let (quotes, subscription) = mpsc::channel();
    feed.send(Command::Subscribe { viewer: 7, quotes }).unwrap();
    let (quotes, front) = mpsc::channel();
    feed.send(Command::Front(quotes)).unwrap();
    for (symbol, cents) in [("AB", 120), ("CD", 340)] {
        feed.send(Command::Publish(Quote { symbol: symbol.to_owned(), cents })).unwrap();
    }
    feed.send(Command::Unsubscribe { viewer: 7 }).unwrap();
    for quote in subscription {
        println!("{} {}.{:02}", quote.symbol, quote.cents / 100, quote.cents % 100);
    }
    let (quotes, latest) = mpsc::channel();
    feed.send(Command::Front(quotes)).unwrap();
    println!("{} on the front page", front.iter().count());
    drop(feed);
    println!("{} since", latest.iter().count());
    thread.join().unwrap();
}
