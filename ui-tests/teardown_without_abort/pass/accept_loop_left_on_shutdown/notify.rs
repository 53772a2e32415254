use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Notify;

/// A notification that also reaches those who ask later.
#[derive(Debug, Default)]
pub struct NotifyOnce {
    notified: AtomicBool,
    notify: Notify,
}

impl NotifyOnce {
    pub fn notify_waiters(&self) {
        self.notified.store(true, Ordering::SeqCst);
        self.notify.notify_waiters();
    }

    pub async fn notified(&self) {
        let mut notified = std::pin::pin!(self.notify.notified());
        notified.as_mut().enable();
        if !self.notified.load(Ordering::SeqCst) {
            notified.await;
        }
    }
}
