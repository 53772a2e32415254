//@ expect: none
//@ effect: none

use std::future::Future;
use std::time::Duration;

use futures::StreamExt;
use tokio::time::sleep;

#[derive(Debug)]
struct Quote {
    dealer: &'static str,
    cents: u32,
}

struct FanIn<T> {
    input: async_channel::Sender<T>,
    output: async_channel::Receiver<T>,
    sources: usize,
}

impl<T: Send + 'static> FanIn<T> {
    fn new(depth: usize) -> Self {
        let (input, output) = async_channel::bounded(depth);
        FanIn { input, output, sources: 0 }
    }

    fn source<F, Fut>(&mut self, make: F) -> &mut Self
    where
        F: FnOnce(async_channel::Sender<T>) -> Fut,
        Fut: Future<Output = ()> + Send + 'static,
    {
        tokio::spawn(make(self.input.clone()));
        self.sources += 1;
        self
    }

    fn into_stream(self) -> async_channel::Receiver<T> {
        self.output
    }
}

async fn dealer(name: &'static str, cents: Vec<u32>, quotes: async_channel::Sender<Quote>) {
    for cents in cents {
        sleep(Duration::from_millis(2)).await;
        if quotes.send(Quote { dealer: name, cents }).await.is_err() {
            return;
        }
    }
}

async fn cheapest(quotes: async_channel::Receiver<Quote>) -> Option<Quote> {
    let mut quotes = std::pin::pin!(quotes);
    let mut best: Option<Quote> = None;
    while let Some(quote) = quotes.next().await {
        if best.as_ref().is_none_or(|b| quote.cents < b.cents) {
            best = Some(quote);
        }
    }
    best
}

#[tokio::main]
async fn main() {
    let mut fan = FanIn::new(4);
    fan.source(|quotes| dealer("north", vec![310, 305], quotes)).source(|quotes| dealer("south", vec![299], quotes));
    let sources = fan.sources;
    let quotes = fan.into_stream();
    match cheapest(quotes).await {
        Some(quote) => println!("{} sells at {}", quote.dealer, quote.cents),
        None => println!("nobody sells"),
    }
    println!("{sources} sources");
}
