use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

#[derive(Default)]
struct Queue {
    items: Mutex<(VecDeque<String>, bool)>,
    changed: Condvar,
}

/// Items for one subscriber. Those who push come and go, so that there is no last one.
#[must_abort(abort)]
#[derive(Clone, Default)]
pub struct Feed {
    queue: Arc<Queue>,
}

impl Feed {
    pub fn push(&self, item: &str) {
        self.queue.items.lock().unwrap().0.push_back(item.to_owned());
        self.queue.changed.notify_one();
    }

    pub fn next(&self) -> Option<String> {
        let mut items = self.queue.items.lock().unwrap();
        loop {
            if let Some(item) = items.0.pop_front() {
                return Some(item);
            }
            if items.1 {
                return None;
            }
            items = self.queue.changed.wait(items).unwrap();
        }
    }

    fn abort(&self) {
        self.queue.items.lock().unwrap().1 = true;
        self.queue.changed.notify_all();
    }
}
