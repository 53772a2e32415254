//@ expect: none
//@ effect: none

//! Pages are fetched as their addresses come in, a few at a time; the loop ends once no more addresses come and the last page is there.

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::sleep;

const IN_FLIGHT: usize = 2;

struct Page {
    address: String,
    bytes: usize,
}

async fn fetch(address: String) -> Page {
    sleep(Duration::from_millis(1)).await;
    let bytes = address.len() * 100;
    Page { address, bytes }
}

fn addresses(site: &'static str, count: usize) -> (mpsc::Receiver<String>, JoinHandle<usize>) {
    let (found, queue) = mpsc::channel(1);
    let crawler = tokio::spawn(async move {
        for n in 0..count {
            if found.send(format!("{site}/{n}")).await.is_err() {
                return n;
            }
        }
        count
    });
    (queue, crawler)
}

async fn mirror(site: &'static str) -> usize {
    let (mut queue, crawler) = addresses(site, 6);
    let mut fetches = JoinSet::new();
    let mut open = true;
    let mut total = 0;
    while open || !fetches.is_empty() {
        tokio::select! {
            address = queue.recv(), if open && fetches.len() < IN_FLIGHT => match address {
                Some(address) => {
                    fetches.spawn(fetch(address));
                }
                None => open = false,
            },
            Some(page) = fetches.join_next() => {
                let Page { address, bytes } = page.expect("a fetch panicked");
                println!("{address}: {bytes}");
                total += bytes;
            }
        }
    }
    println!("{} addresses", crawler.await.expect("the crawler panicked"));
    total
}

#[tokio::main]
async fn main() {
    println!("{} bytes", mirror("example.org").await);
}
