//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Clone, Default)]
struct Index {
    documents: Arc<AtomicUsize>,
}

async fn rebuild(index: Index, documents: usize) -> usize {
    for _ in 0..documents {
        time::sleep(Duration::from_millis(3)).await;
        index.documents.fetch_add(1, Ordering::Relaxed);
    }
    documents
}

async fn rebuild_unless_told(index: &Index, documents: usize, quit: oneshot::Receiver<()>) -> Option<usize> {
    let mut task: JoinHandle<usize> = tokio::spawn(rebuild(index.clone(), documents));
    tokio::select! {
        built = &mut task => built.ok(),
        _ = quit => {
            println!("told to quit");
            task.abort();
            None
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let index = Index::default();
    let (_keep, quit) = oneshot::channel();
    println!("{:?}", rebuild_unless_told(&index, 2, quit).await);
    let (tell, quit) = oneshot::channel();
    let ctrl_c = tokio::spawn(async move {
        time::sleep(Duration::from_millis(20)).await;
        tell.send(()).is_ok()
    });
    println!("{:?}", rebuild_unless_told(&index, 100_000, quit).await);
    println!("told: {:?}", ctrl_c.await.ok());

    let before = index.documents.load(Ordering::Relaxed);
    time::sleep(Duration::from_millis(100)).await;
    if index.documents.load(Ordering::Relaxed) > before {
        println!("it still builds");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
