use std::sync::{Arc, Condvar, Mutex};

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Inner {
    items: Vec<u32>,
    closed: bool,
}

#[derive(Clone, Default)]
pub struct Shared(Arc<(Mutex<Inner>, Condvar)>);

#[must_abort(close)]
pub struct Producer {
    pub shared: Shared,
    pub paused: bool,
}

pub struct Consumer {
    pub shared: Shared,
}

impl Producer {
    pub fn push(&mut self, item: u32) {
        self.shared.0.0.lock().unwrap().items.push(item);
        self.shared.0.1.notify_one();
    }

    /// Ends the stream; the consumer sees what is left, and then the end.
    #[aborts(self)]
    pub fn close(&mut self) {
        if self.paused {
            return; //~ unmet_contract
        }
        self.shared.0.0.lock().unwrap().closed = true;
        self.shared.0.1.notify_all();
    }
}

impl Consumer {
    pub fn drain(&self) -> u32 {
        let mut sum = 0;
        let mut inner = self.shared.0.0.lock().unwrap();
        loop {
            sum += inner.items.drain(..).sum::<u32>();
            if inner.closed {
                return sum;
            }
            inner = self.shared.0.1.wait(inner).unwrap();
        }
    }
}
