//@ expect: none
//@ effect: none

use std::collections::HashMap;

use tokio::sync::{mpsc, oneshot};

enum Event {
    Asked { id: u32, reply: oneshot::Sender<String> },
    Answered { id: u32, text: String },
    Closed,
}

#[derive(Clone)]
struct Desk {
    events: mpsc::UnboundedSender<Event>,
}

async fn run(mut events: mpsc::UnboundedReceiver<Event>) {
    let mut open = HashMap::new();
    while let Some(event) = events.recv().await {
        match event {
            Event::Asked { id, reply } => {
                open.insert(id, reply);
            }
            Event::Answered { id, text } => {
                if let Some(reply) = open.remove(&id) {
                    let _ = reply.send(text);
                }
            }
            Event::Closed => break,
        }
    }
    println!("{} questions left open", open.len());
}

impl Desk {
    fn open() -> Desk {
        let (events, inbox) = mpsc::unbounded_channel();
        tokio::spawn(run(inbox));
        Desk { events }
    }

    fn ask(&self, id: u32) -> oneshot::Receiver<String> {
        let (reply, answer) = oneshot::channel();
        let _ = self.events.send(Event::Asked { id, reply });
        answer
    }

    fn answer(&self, id: u32, text: &str) {
        let text = text.to_owned();
        let _ = self.events.send(Event::Answered { id, text });
    }

    fn close(&self) {
        let _ = self.events.send(Event::Closed);
    }
}

#[tokio::main]
async fn main() {
    let desk = Desk::open();
    let first = desk.ask(1);
    let second = desk.ask(2);
    desk.answer(1, "yes");
    desk.close();
    println!("{:?}", first.await.ok());
    println!("{:?}", second.await.ok());
}
