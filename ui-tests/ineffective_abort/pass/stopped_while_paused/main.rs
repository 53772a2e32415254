//@ expect: none
//@ effect: none

mod ticker;

use std::time::Duration;

use ticker::{Ticker, TickerBuilder};

fn main() {
    let ticker: Ticker = TickerBuilder::default().every(Duration::from_millis(10)).job("flush", || println!("flush")).start();
    std::thread::sleep(Duration::from_millis(35));
    ticker.pause();
    std::thread::sleep(Duration::from_millis(30));
    let ran = ticker.stop();
    println!("ran: {}", ran > 0);
}
