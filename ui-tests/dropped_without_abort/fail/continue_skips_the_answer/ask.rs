use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

#[derive(Default)]
struct Slot {
    reply: Mutex<Option<Result<i64, ()>>>,
    replied: Condvar,
}

#[must_abort(answer, refuse)]
pub struct Question {
    slot: Arc<Slot>,
}

pub struct Answer {
    slot: Arc<Slot>,
}

pub fn ask() -> (Question, Answer) {
    let slot = Arc::new(Slot::default());
    let question = Question { slot: slot.clone() };
    (question, Answer { slot })
}

impl Question {
    fn reply(&self, reply: Result<i64, ()>) {
        *self.slot.reply.lock().unwrap() = Some(reply);
        self.slot.replied.notify_one();
    }

    pub fn answer(self, value: i64) {
        self.reply(Ok(value));
    }

    pub fn refuse(self) {
        self.reply(Err(()));
    }
}

impl Answer {
    pub fn wait(self) -> Option<i64> {
        let reply = self.slot.reply.lock().unwrap();
        let reply = self.slot.replied.wait_while(reply, |reply| reply.is_none());
        reply.unwrap().take()?.ok()
    }
}
