use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Default)]
pub struct Feed {
    entries: AtomicUsize,
}

impl Feed {
    pub fn fetch(&self) {
        self.entries.fetch_add(1, Ordering::Relaxed);
    }

    pub fn count(&self) -> usize {
        self.entries.load(Ordering::Relaxed)
    }
}
