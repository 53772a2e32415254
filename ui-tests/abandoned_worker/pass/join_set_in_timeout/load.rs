use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

#[derive(Clone, Default)]
pub struct Load(Arc<AtomicI32>);

pub struct Busy(Load);

impl Load {
    pub fn enter(&self) -> Busy {
        self.0.fetch_add(1, Ordering::SeqCst);
        Busy(self.clone())
    }

    pub fn current(&self) -> i32 {
        self.0.load(Ordering::SeqCst)
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.0.fetch_sub(1, Ordering::SeqCst);
    }
}
