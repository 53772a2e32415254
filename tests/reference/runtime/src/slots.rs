//! How many workers there may be at a time.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

#[derive(Default)]
struct Taken {
    count: Mutex<usize>,
    freed: Condvar,
}

/// A fixed number of slots.
pub struct Slots {
    taken: Arc<Taken>,
    limit: usize,
}

/// One of them: held by a worker as long as it runs.
pub struct Slot(Arc<Taken>);

impl Slots {
    pub fn new(limit: usize) -> Slots {
        Slots { taken: Arc::default(), limit }
    }

    /// Waits until one is free.
    pub fn take(&self) -> Slot {
        let count = self.taken.count.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |count: &mut usize| *count >= self.limit;
        let mut count = self.taken.freed.wait_while(count, full).unwrap_or_else(PoisonError::into_inner);
        *count += 1;
        Slot(Arc::clone(&self.taken))
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        *self.0.count.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.freed.notify_one();
    }
}
