//@ expect: join_while_sender_held
//@ effect: hang

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{broadcast, mpsc};
use tokio::time;

struct Shutdown {
    stopping: bool,
    notify: broadcast::Receiver<()>,
}

impl Shutdown {
    async fn recv(&mut self) {
        if self.stopping {
            return;
        }
        let _ = self.notify.recv().await;
        self.stopping = true;
    }
}

struct Handler {
    id: u32,
    shutdown: Shutdown,
    _complete: mpsc::Sender<()>,
}

impl Handler {
    async fn run(&mut self) -> u32 {
        let mut served = 0;
        while !self.shutdown.stopping {
            tokio::select! {
                () = time::sleep(Duration::from_millis(5)) => served += 1,
                () = self.shutdown.recv() => break,
            }
        }
        println!("handler {} served some: {}", self.id, served > 0);
        served
    }
}

struct Listener {
    notify_shutdown: Arc<broadcast::Sender<()>>,
    complete_tx: mpsc::Sender<()>,
    complete_rx: mpsc::Receiver<()>,
}

impl Listener {
    fn accept(&self, id: u32) {
        let mut handler = Handler {
            id,
            shutdown: Shutdown {
                stopping: false,
                notify: self.notify_shutdown.subscribe(),
            },
            _complete: self.complete_tx.clone(),
        };
        tokio::spawn(async move { handler.run().await });
    }
}

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
    let _ = complete_rx.recv().await; //~ join_while_sender_held
    drop(notify_shutdown);
}

#[tokio::main]
async fn main() {
    run(2).await;
    println!("all handlers are done");
}
