//@ expect: worker_keeps_own_sender
//@ effect: hang

mod context;
mod fetcher;

use std::time::Duration;

use tokio::time;

use context::Command;
use fetcher::Fetcher;

#[tokio::main]
async fn main() {
    let (commands, fetcher) = Fetcher::new(Duration::from_millis(10));
    let running = tokio::spawn(fetcher.run());
    for url in ["http://a/", "http://b/index", "http://c/x"] {
        let _ = commands.send(Command::Fetch { url: url.to_owned(), attempt: 0 });
    }
    let _ = commands.send(Command::Forget("http://c/x".into()));
    time::sleep(Duration::from_millis(60)).await;
    drop(commands);
    println!("{:?} pages", running.await.ok());
}
