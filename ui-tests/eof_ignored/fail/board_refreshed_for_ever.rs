//@ expect: eof_ignored
//@ effect: spin

use tokio::sync::broadcast;
use tokio::task::JoinHandle;

#[derive(Clone, Debug)]
struct Price {
    item: &'static str,
    cents: u32,
}

struct Board {
    prices: broadcast::Receiver<Price>,
    shown: Vec<(&'static str, u32)>,
}

impl Board {
    async fn refresh(&mut self) -> bool {
        match self.prices.recv().await {
            Ok(price) => {
                self.shown.retain(|(item, _)| *item != price.item);
                self.shown.push((price.item, price.cents));
                true
            }
            Err(_) => false,
        }
    }
}

fn show(prices: broadcast::Receiver<Price>) -> JoinHandle<Vec<(&'static str, u32)>> {
    let mut board = Board {
        prices,
        shown: Vec::new(),
    };
    tokio::spawn(async move {
        loop {
            if board.refresh().await { //~ eof_ignored
                println!("{} items", board.shown.len());
            }
            if board.shown.len() > 9 {
                break board.shown;
            }
        }
    })
}

#[tokio::main]
async fn main() {
    let (feed, prices) = broadcast::channel(32);
    let board = show(prices);
    for (item, cents) in [("tea", 250), ("coffee", 310), ("tea", 260)] {
        feed.send(Price { item, cents }).unwrap();
    }
    drop(feed);
    for (item, cents) in board.await.unwrap() {
        println!("{item}: {cents}");
    }
}
