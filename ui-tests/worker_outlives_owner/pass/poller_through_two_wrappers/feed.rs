use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

#[derive(Default)]
pub struct Feed {
    entries: AtomicUsize,
    closed: AtomicBool,
}

impl Feed {
    pub fn fetch(&self) {
        self.entries.fetch_add(1, Ordering::Relaxed);
    }

    pub fn count(&self) -> usize {
        self.entries.load(Ordering::Relaxed)
    }

    pub fn close(&self) {
        self.closed.store(true, Ordering::Release);
    }

    pub fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }
}
