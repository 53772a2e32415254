//@ expect: blocking_park_in_async
//@ effect: hang

use std::collections::BTreeMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use tokio::time;

#[derive(Debug)]
struct Quote {
    symbol: &'static str,
    cents: u32,
}

async fn fetch(symbol: &'static str, quotes: Sender<Quote>) {
    time::sleep(Duration::from_millis(5)).await;
    let cents = symbol.bytes().map(u32::from).sum();
    if quotes.send(Quote { symbol, cents }).is_err() {
        eprintln!("{symbol}: nobody asked");
    }
}

fn fetch_all(symbols: &[&'static str]) -> Receiver<Quote> {
    let (sender, quotes) = mpsc::channel();
    for symbol in symbols {
        tokio::spawn(fetch(symbol, sender.clone()));
    }
    quotes
}

async fn table(symbols: &[&'static str]) -> BTreeMap<&'static str, u32> {
    let quotes = fetch_all(symbols);
    let mut table = BTreeMap::new();
    for quote in quotes.iter() { //~ blocking_park_in_async
        table.insert(quote.symbol, quote.cents);
    }
    table
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for (symbol, cents) in table(&["ABC", "XYZ"]).await {
        println!("{symbol}: {cents}");
    }
}
