use crossbeam_channel::{Receiver, RecvError, Select};

use crate::events::Event;

#[derive(Default)]
pub struct ReceiverSet {
    next: u64,
    receivers: Vec<(u64, Receiver<String>)>,
}

impl ReceiverSet {
    pub fn add(&mut self, receiver: Receiver<String>) -> u64 {
        self.next += 1;
        self.receivers.push((self.next, receiver));
        self.next
    }

    /// What came of one of the receivers; a closed one is said so, and leaves the set.
    pub fn select(&mut self) -> Result<Vec<Event>, RecvError> {
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
