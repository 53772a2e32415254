//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::thread;

use crossbeam_channel::{Receiver, RecvError, Select, Sender, unbounded};

enum Event {
    Message(u64, String),
    Closed(u64),
}

#[derive(Default)]
struct ReceiverSet {
    next: u64,
    receivers: Vec<(u64, Receiver<String>)>,
}

impl ReceiverSet {
    fn add(&mut self, receiver: Receiver<String>) -> u64 {
        self.next += 1;
        self.receivers.push((self.next, receiver));
        self.next
    }

    /// What came of one of the receivers; a closed one is said so, and leaves the set.
    fn select(&mut self) -> Result<Vec<Event>, RecvError> {
        if self.receivers.is_empty() {
            return Err(RecvError);
        }
        let (at, id, message) = {
            let mut select = Select::new();
            for (_, receiver) in &self.receivers {
                select.recv(receiver);
            }
            let ready = select.select();
            let at = ready.index();
            let (id, receiver) = &self.receivers[at];
            (at, *id, ready.recv(receiver))
        };
        if let Ok(text) = message {
            return Ok(vec![Event::Message(id, text)]);
        }
        self.receivers.remove(at);
        Ok(vec![Event::Closed(id)])
    }
}

struct Router {
    set: ReceiverSet,
    handlers: BTreeMap<u64, Box<dyn Fn(&str) + Send>>,
}

impl Router {
    fn run(&mut self) -> usize {
        let mut handled = 0;
        loop {
            let events = match self.set.select() {
                Ok(events) => events,
                Err(_) => break,
            };
            for event in events {
                match event {
                    Event::Message(id, text) => {
                        if let Some(handler) = self.handlers.get(&id) {
                            handler(&text);
                        }
                        handled += 1;
                    }
                    Event::Closed(id) => {
                        self.handlers.remove(&id);
                    }
                }
            }
        }
        handled
    }
}

fn route(router: &mut Router, name: &'static str) -> Sender<String> {
    let (sender, receiver) = unbounded();
    let id = router.set.add(receiver);
    router.handlers.insert(id, Box::new(move |text| println!("{name}: {text}")));
    sender
}

fn main() {
    let mut router = Router { set: ReceiverSet::default(), handlers: BTreeMap::new() };
    let (left, right) = (route(&mut router, "left"), route(&mut router, "right"));
    let running = thread::spawn(move || router.run());
    let _ = left.send("hello".to_owned());
    drop(left);
    let _ = right.send("bye".to_owned());
    drop(right);
    println!("{} handled", running.join().unwrap_or_default());
}
