//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::time;

#[derive(Debug)]
struct Quote {
    symbol: &'static str,
    cents: u32,
}

async fn fetch(symbol: &'static str, quotes: UnboundedSender<Quote>) {
    time::sleep(Duration::from_millis(5)).await;
    let cents = symbol.bytes().map(u32::from).sum();
    if quotes.send(Quote { symbol, cents }).is_err() {
        eprintln!("{symbol}: nobody asked");
    }
}

fn fetch_all(symbols: &[&'static str]) -> UnboundedReceiver<Quote> {
    let (sender, quotes) = mpsc::unbounded_channel();
    for symbol in symbols {
        tokio::spawn(fetch(symbol, sender.clone()));
    }
    quotes
}

async fn table(symbols: &[&'static str]) -> BTreeMap<&'static str, u32> {
    let mut quotes = fetch_all(symbols);
    let mut table = BTreeMap::new();
    while let Some(quote) = quotes.recv().await {
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
