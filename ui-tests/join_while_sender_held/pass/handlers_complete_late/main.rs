//@ expect: none
//@ effect: none

mod handler;
mod listener;
mod shutdown;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{broadcast, mpsc};
use tokio::time;

use listener::Listener;

async fn run(clients: u32) {
    let (notify, _) = broadcast::channel(1);
    let (complete_tx, complete_rx) = mpsc::channel(1);
    let server = Listener {
        notify_shutdown: Arc::new(notify),
        complete_tx,
        complete_rx,
    };
    for id in 0..clients {
        server.accept(id);
    }
    time::sleep(Duration::from_millis(30)).await;
    let Listener {
        notify_shutdown,
        complete_tx,
        mut complete_rx,
    } = server;
    drop(complete_tx);
    drop(notify_shutdown);
    let _ = complete_rx.recv().await;
}

#[tokio::main]
async fn main() {
    run(2).await;
    println!("all handlers are done");
}
