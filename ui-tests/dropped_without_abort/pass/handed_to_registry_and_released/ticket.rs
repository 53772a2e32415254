use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

#[derive(Default)]
pub struct Turnstile {
    pub free: Mutex<bool>,
    pub changed: Condvar,
}

#[must_abort(release)]
pub struct Ticket {
    pub turnstile: Arc<Turnstile>,
    pub seat: u32,
}

impl Ticket {
    pub fn release(self) {
        *self.turnstile.free.lock().unwrap() = true;
        self.turnstile.changed.notify_all();
    }
}
