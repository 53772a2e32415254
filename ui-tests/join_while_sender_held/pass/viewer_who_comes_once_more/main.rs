//@ expect: none
//@ effect: none
//! A viewer of a price feed comes once more under its name, and drains what it was sent before: the new subscription has taken the place
//! of the old one.

mod feed;

use std::sync::mpsc;

use feed::{Command, Quote};

fn main() {
    let (feed, thread) = feed::start();
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
