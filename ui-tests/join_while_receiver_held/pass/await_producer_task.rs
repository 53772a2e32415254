//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::{JoinError, JoinHandle};
use tokio::time;

struct Chunk {
    offset: usize,
    bytes: Vec<u8>,
}

struct Download {
    chunks: Receiver<Chunk>,
    task: JoinHandle<usize>,
}

async fn fetch(size: usize, chunks: Sender<Chunk>) -> usize {
    let mut offset = 0;
    while offset < size {
        let bytes = vec![b'.'; 64.min(size - offset)];
        time::sleep(Duration::from_millis(1)).await;
        let length = bytes.len();
        if chunks.send(Chunk { offset, bytes }).await.is_err() {
            break;
        }
        offset += length;
    }
    offset
}

impl Download {
    fn start(size: usize) -> Self {
        let (outbox, chunks) = mpsc::channel(2);
        Download { chunks, task: tokio::spawn(fetch(size, outbox)) }
    }

    async fn header(&mut self) -> Option<Vec<u8>> {
        let chunk = self.chunks.recv().await?;
        (chunk.offset == 0).then_some(chunk.bytes)
    }

    async fn finish(mut self) -> Result<usize, JoinError> {
        if let Some(header) = self.header().await {
            println!("header of {} bytes", header.len());
        }
        while let Some(chunk) = self.chunks.recv().await {
            println!("chunk at {}", chunk.offset);
        }
        self.task.await
    }
}

#[tokio::main]
async fn main() -> Result<(), JoinError> {
    let download = Download::start(4096);
    let size = download.finish().await?;
    println!("some bytes: {}", size > 0);
    Ok(())
}
