//@ expect: none
//@ effect: none

mod board;
mod ticker;

use std::sync::Arc;
use std::time::Duration;

use tokio::time;

use board::Board;
use ticker::Ticker;

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
