//@ expect: none
//@ effect: none

mod fetcher;

use fetcher::Fetcher;

#[tokio::main]
async fn main() {
    let mut fetcher = Fetcher::new();
    let first = fetcher.request("/a");
    println!("{:?}", first.await.map(|body| body.len()));
    let second = fetcher.request(&"/long".repeat(100));
    fetcher.shutdown().await;
    println!("second: {}", second.await.is_err());
}
