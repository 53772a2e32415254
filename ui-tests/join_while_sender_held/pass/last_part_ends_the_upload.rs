//@ expect: none
//@ effect: none

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Body,
    Trailer,
}

struct Part {
    data: Vec<u8>,
    role: Role,
    last: bool,
}

struct Upload {
    parts: Sender<Part>,
    writer: JoinHandle<usize>,
}

async fn assemble(mut parts: Receiver<Part>) -> usize {
    let mut size = 0;
    while let Some(part) = parts.recv().await {
        if part.role == Role::Body {
            size += part.data.len();
        }
        if part.last {
            break;
        }
    }
    size
}

impl Upload {
    fn begin() -> Self {
        let (parts, inbox) = mpsc::channel(8);
        let writer = tokio::spawn(assemble(inbox));
        Upload { parts, writer }
    }

    async fn put(&self, data: &[u8]) {
        let part = Part { data: data.to_vec(), role: Role::Body, last: false };
        if self.parts.send(part).await.is_err() {
            eprintln!("the upload is over");
        }
    }

    /// The trailer ends the writer, while the sender is still there.
    async fn finish(self) -> usize {
        let trailer = Part { data: Vec::new(), role: Role::Trailer, last: true };
        let _ = self.parts.send(trailer).await;
        self.writer.await.unwrap_or(0)
    }
}

#[tokio::main]
async fn main() {
    let upload = Upload::begin();
    for block in ["alpha", "beta", "gamma"] {
        upload.put(block.as_bytes()).await;
    }
    println!("{} bytes", upload.finish().await);
}
