//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc::{Receiver, Sender, channel};
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
    if outbox.send(Answer { id, body }).await.is_err() {
        eprintln!("{id}: the client left");
    }
}

impl Client {
    fn new() -> Client {
        let (outbox, answers) = channel(4);
        Client { answers, outbox }
    }

    async fn answer(&mut self) -> Option<Answer> {
        self.answers.recv().await
    }

    async fn ask(&mut self, id: u32) -> Result<Option<Answer>, Elapsed> {
        tokio::spawn(server(id, self.outbox.clone()));
        time::timeout(Duration::from_millis(100), self.answer()).await
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut client = Client::new();
    for id in 0..2 {
        match client.ask(id).await {
            Ok(Some(answer)) => println!("{}: {}", answer.id, answer.body),
            Ok(None) => println!("{id}: closed"),
            Err(err) => println!("{id}: {err}"),
        }
    }
}
