//@ expect: teardown_without_abort
//@ effect: hang

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time;

type Pending = Arc<Mutex<HashMap<u64, oneshot::Sender<String>>>>;

struct Rpc {
    calls: mpsc::UnboundedSender<u64>,
    pending: Pending,
    pump: JoinHandle<()>,
    next: u64,
}

async fn pump(mut calls: mpsc::UnboundedReceiver<u64>, pending: Pending) {
    while let Some(id) = calls.recv().await {
        time::sleep(Duration::from_millis(20 * id)).await;
        let reply = pending.lock().ok().and_then(|mut table| table.remove(&id));
        if let Some(reply) = reply {
            let _ = reply.send(format!("reply {id}"));
        }
    }
}

impl Rpc {
    fn connect() -> Self {
        let pending = Pending::default();
        let (calls, inbox) = mpsc::unbounded_channel();
        let pump = tokio::spawn(pump(inbox, Arc::clone(&pending)));
        Rpc {
            calls,
            pending,
            pump,
            next: 0,
        }
    }

    fn call(&mut self) -> Option<oneshot::Receiver<String>> {
        self.next += 1;
        let (reply, answer) = oneshot::channel();
        self.pending.lock().ok()?.insert(self.next, reply);
        self.calls.send(self.next).ok()?;
        Some(answer)
    }

    fn disconnect(&mut self) {
        self.pump.abort(); //~ teardown_without_abort
        println!("disconnected");
    }
}

#[tokio::main]
async fn main() {
    let mut rpc = Rpc::connect();
    let Some(first) = rpc.call() else {
        return;
    };
    let Some(slow) = rpc.call() else {
        return;
    };
    println!("{:?}", first.await);
    rpc.disconnect();
    match slow.await {
        Ok(reply) => println!("{reply}"),
        Err(err) => println!("no reply: {err}"),
    }
}
