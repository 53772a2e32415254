//@ expect: none
//@ effect: none

mod crawl;

use std::time::Duration;

use crawl::Crawl;
use tokio::time;

#[tokio::main]
async fn main() {
    let mut crawl = Crawl::new(2);
    for url in ["/", "/about", "/blog"] {
        crawl.visit(url);
    }
    time::sleep(Duration::from_millis(30)).await;
    let pages = crawl.cancel().await;
    println!("{} pages fetched before the cancel", pages.len());
}
