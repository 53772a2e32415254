//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, RwLock};
use std::thread::{self, JoinHandle};

enum Message {
    Add(i64),
    Report(Sender<i64>),
}

#[derive(Clone, Default)]
struct Registry {
    actors: Arc<RwLock<BTreeMap<String, Sender<Message>>>>,
}

impl Registry {
    fn register(&self, name: &str) -> Receiver<Message> {
        let (address, mailbox) = mpsc::channel();
        self.actors.write().unwrap().insert(name.to_owned(), address);
        mailbox
    }

    fn send(&self, name: &str, message: Message) -> bool {
        match self.actors.read().unwrap().get(name) {
            Some(address) => address.send(message).is_ok(),
            None => false,
        }
    }

    fn unregister(&self, name: &str) -> bool {
        self.actors.write().unwrap().remove(name).is_some()
    }
}

struct Accumulator {
    name: String,
    registry: Registry,
    total: i64,
}

impl Accumulator {
    fn run(mut self, ready: Sender<()>) -> i64 {
        let mailbox = self.registry.register(&self.name);
        let _ = ready.send(());
        for message in mailbox {
            match message {
                Message::Add(by) => {
                    self.total += by;
                    if self.total > 100 {
                        self.registry.send("overflow", Message::Add(1));
                    }
                }
                Message::Report(reply) => {
                    let _ = reply.send(self.total);
                }
            }
        }
        self.total
    }
}

struct System {
    registry: Registry,
    threads: BTreeMap<String, JoinHandle<i64>>,
}

impl System {
    fn spawn(&mut self, name: &str) {
        let (ready, started) = mpsc::channel();
        let actor = Accumulator { name: name.to_owned(), registry: self.registry.clone(), total: 0 };
        self.threads.insert(name.to_owned(), thread::spawn(move || actor.run(ready)));
        let _ = started.recv();
    }

    fn report(&self, name: &str) -> Option<i64> {
        let (reply, answer) = mpsc::channel();
        self.registry.send(name, Message::Report(reply));
        answer.recv().ok()
    }

    fn stop(&mut self, name: &str) -> Option<i64> {
        self.registry.unregister(name);
        self.threads.remove(name)?.join().ok()
    }
}

fn main() {
    let mut system = System { registry: Registry::default(), threads: BTreeMap::new() };
    for name in ["overflow", "sum"] {
        system.spawn(name);
    }
    for n in [50, 40, 30] {
        system.registry.send("sum", Message::Add(n));
    }
    println!("{:?} {:?}", system.report("sum"), system.report("nobody"));
    println!("{:?}", system.stop("sum"));
    println!("{:?}", system.stop("overflow"));
}
