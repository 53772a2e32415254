//@ expect: none
//@ effect: none
//! A viewer of a price feed comes once more under its name, and drains what it was sent before: the new subscription has taken the place
//! of the old one.

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
    let (quotes, renewed) = mpsc::channel();
    feed.send(Command::Subscribe { viewer: 7, quotes }).unwrap();
    for quote in subscription {
        println!("{} {}.{:02}", quote.symbol, quote.cents / 100, quote.cents % 100);
    }
    drop(feed);
    println!("{} since", renewed.iter().count());
    thread.join().unwrap();
}
