//@ expect: worker_keeps_own_sender
//@ effect: hang

use std::collections::BTreeMap;
use std::thread::{self, JoinHandle};

use flume::{Receiver, Sender};

#[derive(Clone, Debug)]
struct Post {
    topic: &'static str,
    text: String,
}

struct Broker {
    inbox: Receiver<Post>,
    topics: BTreeMap<&'static str, Vec<Sender<Post>>>,
    delivered: usize,
}

impl Broker {
    fn new() -> (Sender<Post>, Broker) {
        let (outbox, inbox) = flume::unbounded();
        let broker = Broker { inbox, topics: BTreeMap::new(), delivered: 0 };
        (outbox, broker)
    }

    fn subscribe(&mut self, topic: &'static str, subscriber: Sender<Post>) {
        self.topics.entry(topic).or_default().push(subscriber);
    }

    fn run(mut self) -> usize {
        while let Ok(post) = self.inbox.recv() { //~ worker_keeps_own_sender
            self.deliver(&post);
        }
        self.delivered
    }

    fn deliver(&mut self, post: &Post) {
        let subscribers = self.topics.get(post.topic).into_iter().flatten();
        for subscriber in subscribers {
            let copy = Post { topic: "archive", text: post.text.clone() };
            self.delivered += usize::from(subscriber.send(copy).is_ok());
        }
    }
}

fn start() -> (Sender<Post>, JoinHandle<usize>) {
    let (outbox, mut broker) = Broker::new();
    broker.subscribe("news", outbox.clone());
    (outbox, thread::spawn(move || broker.run()))
}

fn main() {
    let (outbox, broker) = start();
    for (topic, text) in [("news", "rain"), ("sport", "2:1")] {
        let text = text.to_owned();
        let _ = outbox.send(Post { topic, text });
    }
    drop(outbox);
    println!("delivered {:?}", broker.join().ok());
}
