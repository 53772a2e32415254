//@ expect: none
//@ effect: none

use std::collections::HashMap;

use futures::{SinkExt, StreamExt, stream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

struct Query {
    id: u32,
    key: &'static str,
    reply: mpsc::Sender<Reply>,
}

#[derive(Debug)]
struct Reply {
    id: u32,
    value: Option<u32>,
}

struct Client {
    queries: mpsc::Sender<Query>,
    replies_tx: mpsc::Sender<Reply>,
    replies: mpsc::Receiver<Reply>,
    last: u32,
}

impl Client {
    fn new(queries: mpsc::Sender<Query>) -> Self {
        let (replies_tx, replies) = mpsc::channel(4);
        Client { queries, replies_tx, replies, last: 0 }
    }

    async fn get(&mut self, key: &'static str) -> Option<u32> {
        self.last += 1;
        let query = Query { id: self.last, key, reply: self.replies_tx.clone() };
        self.queries.send(query).await.ok()?;
        loop {
            let reply = self.replies.recv().await?;
            if reply.id == self.last {
                return reply.value;
            }
        }
    }
}

fn store(values: HashMap<&'static str, u32>) -> (mpsc::Sender<Query>, JoinHandle<usize>) {
    let (queries, mut inbox) = mpsc::channel::<Query>(4);
    let task = tokio::spawn(async move {
        let mut answered = 0;
        while let Some(Query { id, key, reply }) = inbox.recv().await {
            let value = values.get(key).copied();
            answered += usize::from(reply.send(Reply { id, value }).await.is_ok());
        }
        answered
    });
    (queries, task)
}

async fn pump(sink: impl futures::Sink<u32>, numbers: Vec<u32>) {
    let mut sink = std::pin::pin!(sink);
    for n in numbers {
        if sink.send(n).await.is_err() {
            return;
        }
    }
    let _ = sink.flush().await;
}

async fn pipeline() -> u32 {
    let (numbers, incoming) = futures::channel::mpsc::channel(2);
    tokio::spawn(pump(numbers.buffer(8), (0..10).collect()));
    let (squares, results) = flume::bounded(2);
    tokio::spawn(incoming.map(|n: u32| Ok(n * n)).forward(squares.into_sink()));
    let mut sum = 0;
    while let Ok(square) = results.recv_async().await {
        sum += square;
    }
    sum + stream::iter([1, 2]).fold(0, async |a, b| a + b).await
}

#[tokio::main]
async fn main() {
    let (queries, task) = store(HashMap::from([("a", 1), ("b", 2)]));
    let mut client = Client::new(queries);
    for key in ["a", "z", "b"] {
        println!("{key}: {:?}", client.get(key).await);
    }
    drop(client);
    println!("{:?} answered", task.await);
    println!("{}", pipeline().await);
}
