use std::collections::BTreeMap;

use crossbeam_channel::{Sender, unbounded};

use crate::events::Event;
use crate::set::ReceiverSet;

pub struct Router {
    pub set: ReceiverSet,
    pub handlers: BTreeMap<u64, Box<dyn Fn(&str) + Send>>,
}

impl Router {
    pub fn run(&mut self) -> usize {
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

pub fn route(router: &mut Router, name: &'static str) -> Sender<String> {
    let (sender, receiver) = unbounded();
    let id = router.set.add(receiver);
    router.handlers.insert(id, Box::new(move |text| println!("{name}: {text}")));
    sender
}
