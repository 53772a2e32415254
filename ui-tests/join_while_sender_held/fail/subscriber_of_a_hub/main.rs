//@ expect: join_while_sender_held
//@ effect: hang
//! A viewer of a price feed drains its subscription while it still has the feed's own handle in hand: the feed keeps each
//! subscriber until it ends itself.

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
    for quote in subscription { //~ join_while_sender_held
        println!("{} {}.{:02}", quote.symbol, quote.cents / 100, quote.cents % 100);
    }
    drop(feed);
    thread.join().unwrap();
}
