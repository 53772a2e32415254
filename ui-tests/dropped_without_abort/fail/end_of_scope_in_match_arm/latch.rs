use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

type Shared = Arc<(Mutex<bool>, Condvar)>;

#[must_abort(open)]
pub struct Latch(Shared);

pub struct Gate(Shared);

pub fn latch() -> (Latch, Gate) {
    let shared = Shared::default();
    (Latch(Arc::clone(&shared)), Gate(shared))
}

impl Latch {
    pub fn open(self) {
        *self.0.0.lock().unwrap() = true;
        self.0.1.notify_all();
    }
}

impl Gate {
    pub fn wait(&self) {
        let mut open = self.0.0.lock().unwrap();
        while !*open {
            open = self.0.1.wait(open).unwrap();
        }
    }
}
