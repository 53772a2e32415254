//@ expect: none
//@ effect: none
//! A viewer of a price feed takes itself off the list before it drains what it was sent, and the latest viewer of the front page
//! takes the place of the one before.

mod feed;

use std::sync::mpsc;

use feed::{Command, Quote};

fn main() {
    let (feed, thread) = feed::start();
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
