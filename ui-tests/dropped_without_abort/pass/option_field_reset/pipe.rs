use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

pub struct Buffer<T> {
    pub items: VecDeque<T>,
    pub done: bool,
}

pub struct Pipe<T> {
    pub buffer: Mutex<Buffer<T>>,
    pub changed: Condvar,
}

#[must_abort(finish)]
pub struct Input<T> {
    pub pipe: Arc<Pipe<T>>,
}

impl<T> Input<T> {
    pub fn put(&self, item: T) {
        self.pipe.buffer.lock().unwrap().items.push_back(item);
        self.pipe.changed.notify_one();
    }

    pub fn finish(self) {
        self.pipe.buffer.lock().unwrap().done = true;
        self.pipe.changed.notify_one();
    }
}

impl<T> Pipe<T> {
    pub fn take(&self) -> Option<T> {
        let mut buffer = self.buffer.lock().unwrap();
        while buffer.items.is_empty() && !buffer.done {
            buffer = self.changed.wait(buffer).unwrap();
        }
        buffer.items.pop_front()
    }
}
