//@ expect: join_while_sender_held
//@ effect: hang
//! A viewer of a price feed drains its subscription while it still has the feed's own handle in hand: the feed keeps each
//! subscriber until it ends itself.

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
    Publish(Quote),
}

struct Feed {
    commands: Receiver<Command>,
    viewers: HashMap<u32, Sender<Quote>>,
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
            Command::Publish(quote) => {
                for viewer in self.viewers.values() {
                    viewer.send(quote.clone()).ok();
                }
            }
        }
    }
}

fn start() -> (Sender<Command>, JoinHandle<()>) {
    let (tx, commands) = mpsc::channel();
    let feed = Feed { commands, viewers: HashMap::new() };
    (tx, thread::spawn(move || feed.run()))
}

fn main() {
    let (feed, thread) = start();
    let (quotes, subscription) = mpsc::channel();
    feed.send(Command::Subscribe { viewer: 7, quotes }).unwrap();
    for (symbol, cents) in [("AB", 120), ("CD", 340)] {
        feed.send(Command::Publish(Quote { symbol: symbol.to_owned(), cents })).unwrap();
    }
    for quote in subscription { //~ join_while_sender_held
        println!("{} {}.{:02}", quote.symbol, quote.cents / 100, quote.cents % 100);
    }
    drop(feed);
    thread.join().unwrap();
}
