use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

use must_abort::{aborts, must_abort};

#[derive(Default)]
pub struct Inner {
    items: VecDeque<u32>,
    closed: bool,
}

pub type Shared = Arc<(Mutex<Inner>, Condvar)>;

/// Closed once, by whoever comes first.
#[must_abort(close)]
pub struct Producer {
    pub shared: Shared,
}

impl Producer {
    pub fn push(&self, item: u32) {
        self.shared.0.lock().unwrap().items.push_back(item);
        self.shared.1.notify_one();
    }

    #[aborts(self)]
    pub fn close(&self) {
        let mut inner = self.shared.0.lock().unwrap();
        if inner.closed {
            return;
        }
        inner.closed = true;
        drop(inner);
        self.shared.1.notify_all();
    }
}

pub fn drain(shared: &Shared) -> u32 {
    let mut sum = 0;
    let mut inner = shared.0.lock().unwrap();
    loop {
        sum += inner.items.drain(..).sum::<u32>();
        if inner.closed {
            return sum;
        }
        inner = shared.1.wait(inner).unwrap();
    }
}
