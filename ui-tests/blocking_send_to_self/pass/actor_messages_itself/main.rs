//@ expect: none
//@ effect: none

mod downloader;

use downloader::{Message, Status};

async fn download_all(names: Vec<&'static str>) -> Option<Status> {
    let (downloader, task) = downloader::start();
    let names = names.into_iter().map(str::to_owned).collect();
    downloader.send(Message::Start(names)).await.ok()?;
    downloader.send(Message::Finish).await.ok()?;
    task.await.ok()
}

#[tokio::main]
async fn main() {
    let few = download_all(vec!["a", "b"]).await;
    println!("{few:?}");
    let many = download_all(vec!["c", "d", "e", "f", "g", "h", "i"]).await;
    println!("{many:?}");
}
