//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::time::sleep;

/// What a mirror knows of a release.
#[derive(Debug)]
struct Copy {
    mirror: String,
    size: u64,
}

struct Lookup {
    release: String,
    found: oneshot::Sender<Vec<Copy>>,
}

async fn probe(mirror: String, release: String) -> Copy {
    sleep(Duration::from_millis(mirror.len() as u64)).await;
    Copy { size: release.len() as u64, mirror }
}

#[derive(Clone)]
struct Mirrors {
    names: Vec<String>,
}

impl Mirrors {
    /// Asks all mirrors at once.
    async fn find(&self, release: &str) -> Vec<Copy> {
        let (copies, mut inbox) = mpsc::channel(self.names.len().max(1));
        for mirror in self.names.clone() {
            let (copies, release) = (copies.clone(), release.to_owned());
            tokio::spawn(async move {
                let _ = copies.send(probe(mirror, release).await).await;
            });
        }
        drop(copies);
        let mut all = Vec::new();
        while let Some(copy) = inbox.recv().await {
            all.push(copy);
        }
        all
    }
}

async fn serve(mirrors: Mirrors, mut lookups: mpsc::Receiver<Lookup>) {
    while let Some(Lookup { release, found }) = lookups.recv().await {
        let copies = mirrors.find(&release).await;
        let _ = found.send(copies);
    }
}

#[tokio::main]
async fn main() {
    let (lookups, inbox) = mpsc::channel(4);
    let mirrors = Mirrors { names: vec!["ams".to_owned(), "oslo".to_owned()] };
    let server = tokio::spawn(serve(mirrors, inbox));
    let (found, copies) = oneshot::channel();
    let lookup = Lookup { release: "1.0.3".to_owned(), found };
    if lookups.send(lookup).await.is_ok() {
        for copy in copies.await.unwrap_or_default() {
            println!("{}: {} bytes", copy.mirror, copy.size);
        }
    }
    drop(lookups);
    server.await.expect("the server panicked");
}
