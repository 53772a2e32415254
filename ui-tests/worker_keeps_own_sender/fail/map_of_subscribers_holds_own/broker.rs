use std::collections::BTreeMap;
use std::thread::{self, JoinHandle};

use flume::{Receiver, Sender};

#[derive(Clone, Debug)]
pub struct Post {
    pub topic: &'static str,
    pub text: String,
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

pub fn start() -> (Sender<Post>, JoinHandle<usize>) {
    let (outbox, mut broker) = Broker::new();
    broker.subscribe("news", outbox.clone());
    (outbox, thread::spawn(move || broker.run()))
}
