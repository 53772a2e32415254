//@ expect: blocking_park_in_async
//@ effect: hang

mod journal;

use std::time::Duration;

use journal::Journal;
use tokio::sync::mpsc;

async fn upload(mut pages: mpsc::Receiver<String>) -> usize {
    let mut bytes = 0;
    while let Some(page) = pages.recv().await {
        tokio::time::sleep(Duration::from_millis(1)).await;
        bytes += page.len();
    }
    bytes
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (pages, queue) = mpsc::channel(1);
    let uploader = tokio::spawn(upload(queue));
    let journal = Journal::open(pages);
    let written = journal.close().await;
    match uploader.await {
        Ok(bytes) => println!("{written:?} pages, {bytes} bytes"),
        Err(err) => eprintln!("upload: {err}"),
    }
}
