//@ expect: orphaned_replies
//@ effect: hang

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

struct Reply {
    seq: u32,
    text: String,
}

#[derive(Clone, Default)]
struct Waiting(Arc<Mutex<HashMap<u32, oneshot::Sender<String>>>>);

struct Client {
    wire: mpsc::Sender<u32>,
    waiting: Waiting,
}

async fn receive(mut replies: mpsc::Receiver<Reply>, waiting: Waiting) {
    while let Some(reply) = replies.recv().await { //~ orphaned_replies
        let waiter = waiting.0.lock().unwrap().remove(&reply.seq);
        if let Some(waiter) = waiter {
            let _ = waiter.send(reply.text);
        }
    }
}

async fn server(mut wire: mpsc::Receiver<u32>, replies: mpsc::Sender<Reply>) {
    while let Some(seq) = wire.recv().await {
        if seq == 2 {
            return;
        }
        let _ = replies.send(Reply { seq, text: format!("reply {seq}") }).await;
    }
}

impl Client {
    fn connect() -> Client {
        let (wire, requests) = mpsc::channel(4);
        let (replies, inbox) = mpsc::channel(4);
        let waiting = Waiting::default();
        tokio::spawn(server(requests, replies));
        tokio::spawn(receive(inbox, waiting.clone()));
        Client { wire, waiting }
    }

    async fn call(&self, seq: u32) -> Option<String> {
        let (tx, rx) = oneshot::channel();
        self.waiting.0.lock().unwrap().insert(seq, tx);
        self.wire.send(seq).await.ok()?;
        rx.await.ok()
    }
}

#[tokio::main]
async fn main() {
    let client = Client::connect();
    println!("{:?}", client.call(1).await);
    println!("{:?}", client.call(2).await);
}
