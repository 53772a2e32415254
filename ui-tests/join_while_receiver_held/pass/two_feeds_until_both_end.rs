//@ expect: none
//@ effect: none

//! Two feeds are merged for as long as either has anything; `else` is come to when both have ended.

use tokio::sync::mpsc::{self, Receiver};
use tokio::task::JoinHandle;

#[derive(Debug)]
enum Tick {
    Trade(u32),
    Quote { bid: u32, ask: u32 },
}

struct Feed<T> {
    ticks: Receiver<T>,
    task: JoinHandle<u32>,
}

fn trades(count: u32) -> Feed<u32> {
    let (tx, ticks) = mpsc::channel(1);
    let task = tokio::spawn(async move {
        for price in 0..count {
            if tx.send(100 + price).await.is_err() {
                return price;
            }
        }
        count
    });
    Feed { ticks, task }
}

fn quotes(count: u32) -> Feed<(u32, u32)> {
    let (tx, ticks) = mpsc::channel(1);
    let task = tokio::spawn(async move {
        for price in 0..count {
            if tx.send((99 + price, 101 + price)).await.is_err() {
                return price;
            }
        }
        count
    });
    Feed { ticks, task }
}

#[tokio::main]
async fn main() {
    let Feed { ticks: mut trades, task: trader } = trades(4);
    let Feed { ticks: mut quotes, task: quoter } = quotes(3);
    let mut merged = Vec::new();
    loop {
        tokio::select! {
            Some(price) = trades.recv() => merged.push(Tick::Trade(price)),
            Some((bid, ask)) = quotes.recv() => merged.push(Tick::Quote { bid, ask }),
            else => break,
        }
    }
    println!("{} ticks, the last {:?}", merged.len(), merged.last());
    println!("{} trades", trader.await.unwrap_or(0));
    println!("{} quotes", quoter.await.unwrap_or(0));
}
