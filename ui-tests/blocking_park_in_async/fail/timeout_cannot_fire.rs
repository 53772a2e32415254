//@ expect: blocking_park_in_async
//@ effect: hang

use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tokio::time::{self, error::Elapsed};

#[derive(Debug)]
struct Answer {
    id: u32,
    body: String,
}

struct Client {
    answers: Receiver<Answer>,
    outbox: Sender<Answer>,
}

async fn server(id: u32, outbox: Sender<Answer>) {
    time::sleep(Duration::from_millis(2)).await;
    let body = format!("answer {id}");
    if outbox.send(Answer { id, body }).is_err() {
        eprintln!("{id}: the client left");
    }
}

impl Client {
    fn new() -> Client {
        let (outbox, answers) = channel();
        Client { answers, outbox }
    }

    async fn answer(&self) -> Option<Answer> {
        self.answers.recv().ok() //~ blocking_park_in_async
    }

    async fn ask(&self, id: u32) -> Result<Option<Answer>, Elapsed> {
        tokio::spawn(server(id, self.outbox.clone()));
        time::timeout(Duration::from_millis(100), self.answer()).await
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let client = Client::new();
    for id in 0..2 {
        match client.ask(id).await {
            Ok(Some(answer)) => println!("{}: {}", answer.id, answer.body),
            Ok(None) => println!("{id}: closed"),
            Err(err) => println!("{id}: {err}"),
        }
    }
}
