//@ expect: none
//@ effect: none

//! A request registers its own reply in the table of pending ones, and waits. Whoever clears the table, as the one who takes the
//! connection down does here, ends the wait: the sender lies with all, not with the task.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

type Pending = Arc<Mutex<HashMap<u64, oneshot::Sender<String>>>>;

async fn pump(mut responses: mpsc::Receiver<u64>, pending: Pending) {
    while let Some(id) = responses.recv().await {
        let reply = pending.lock().unwrap().remove(&id);
        if let Some(reply) = reply {
            let _ = reply.send("ok".into());
        }
    }
    pending.lock().unwrap().clear();
}

#[tokio::main]
async fn main() {
    let (server, responses) = mpsc::channel(8);
    let pending = Pending::default();
    let pump = tokio::spawn(pump(responses, pending.clone()));
    let mine = pending.clone();
    let (reply, answer) = oneshot::channel();
    let asker = tokio::spawn(async move {
        mine.lock().unwrap().insert(1, reply);
        answer.await
    });
    let _ = server.send(0).await;
    tokio::time::sleep(Duration::from_millis(10)).await;
    pump.abort();
    pending.lock().unwrap().clear();
    println!("{:?}", asker.await);
}
