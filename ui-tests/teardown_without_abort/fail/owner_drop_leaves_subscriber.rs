//@ expect: teardown_without_abort
//@ effect: hang

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Clone, Debug)]
struct Price {
    symbol: &'static str,
    cents: u64,
}

#[derive(Default)]
struct Board {
    watchers: Mutex<Vec<UnboundedSender<Price>>>,
}

impl Board {
    fn watch(&self) -> UnboundedReceiver<Price> {
        let (watcher, prices) = mpsc::unbounded_channel();
        if let Ok(mut watchers) = self.watchers.lock() {
            watchers.push(watcher);
        }
        prices
    }

    fn publish(&self, price: &Price) {
        if let Ok(mut watchers) = self.watchers.lock() {
            watchers.retain(|watcher| watcher.send(price.clone()).is_ok());
        }
    }

    fn close(&self) {
        if let Ok(mut watchers) = self.watchers.lock() {
            watchers.clear();
        }
    }
}

struct Ticker {
    board: Arc<Board>,
    task: JoinHandle<()>,
}

impl Ticker {
    fn start(board: &Arc<Board>, symbol: &'static str) -> Ticker {
        let board = Arc::clone(board);
        let quotes = Arc::clone(&board);
        let task = tokio::spawn(async move {
            for cents in 1.. {
                quotes.publish(&Price { symbol, cents });
                time::sleep(Duration::from_millis(5)).await;
            }
        });
        Ticker { board, task }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        let watchers = self.board.watchers.lock().map_or(0, |list| list.len());
        println!("{watchers} watchers left");
        self.task.abort(); //~ teardown_without_abort
    }
}

#[tokio::main]
async fn main() {
    let board = Arc::new(Board::default());
    let mut prices = board.watch();
    let ticker = Ticker::start(&board, "OXY");
    time::sleep(Duration::from_millis(20)).await;
    drop(ticker);
    let mut last = None;
    while let Some(price) = prices.recv().await {
        last = Some(price);
    }
    println!("last price known: {}", last.is_some());
    board.close();
}
