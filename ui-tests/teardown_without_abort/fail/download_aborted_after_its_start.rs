//@ expect: teardown_without_abort
//@ effect: hang

use std::collections::HashMap;
use std::time::Duration;

use futures::future::{AbortHandle, abortable};
use tokio::sync::{mpsc, oneshot};
use tokio::time;

struct Download {
    url: String,
    abort: AbortHandle,
}

struct Chunk {
    url: String,
    bytes: usize,
}

struct Downloads {
    running: HashMap<u32, Download>,
    chunks: mpsc::Sender<Chunk>,
    next: u32,
}

impl Downloads {
    fn new() -> (Downloads, mpsc::Receiver<Chunk>) {
        let (chunks, received) = mpsc::channel(8);
        let downloads = Downloads {
            running: HashMap::new(),
            chunks,
            next: 0,
        };
        (downloads, received)
    }

    fn start(&mut self, url: &str) -> u32 {
        self.next += 1;
        let (work, abort) = abortable(fetch(url.to_owned(), self.chunks.clone()));
        tokio::spawn(work);
        self.running.insert(
            self.next,
            Download {
                url: url.to_owned(),
                abort,
            },
        );
        self.next
    }

    fn cancel(&mut self, id: u32) -> Option<String> {
        let download = self.running.remove(&id)?;
        download.abort.abort(); //~ teardown_without_abort
        Some(download.url)
    }
}

async fn fetch(url: String, chunks: mpsc::Sender<Chunk>) {
    loop {
        time::sleep(Duration::from_millis(2)).await;
        let chunk = Chunk {
            url: url.clone(),
            bytes: 512,
        };
        if chunks.send(chunk).await.is_err() {
            return;
        }
    }
}

async fn save(
    mut received: mpsc::Receiver<Chunk>,
    first: oneshot::Sender<()>,
) -> HashMap<String, usize> {
    let mut saved = HashMap::new();
    let mut first = Some(first);
    while let Some(chunk) = received.recv().await {
        *saved.entry(chunk.url).or_insert(0) += chunk.bytes;
        if let Some(first) = first.take() {
            let _ = first.send(());
        }
    }
    saved
}

#[tokio::main]
async fn main() {
    let (mut downloads, received) = Downloads::new();
    let id = downloads.start("http://example.org/image.iso");
    let (first, started) = oneshot::channel();
    let saving = tokio::spawn(save(received, first));
    let _ = started.await;
    println!("cancelled {:?}", downloads.cancel(id));
    match saving.await {
        Ok(saved) => println!("{} files saved", saved.len()),
        Err(err) => println!("saving failed: {err}"),
    }
}
