use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::feed::Feed;
use crate::threads;

pub struct Poller {
    feed: Arc<Feed>,
    thread: Option<JoinHandle<()>>,
}

impl Poller {
    pub fn start(feed: Arc<Feed>) -> Poller {
        let polled = Arc::clone(&feed);
        let thread = threads::logged("poller", move || { //~ worker_outlives_owner
            loop {
                polled.fetch();
                thread::sleep(Duration::from_millis(3));
            }
        });
        Poller { feed, thread: thread.ok() }
    }

    pub fn unread(&self) -> usize {
        if self.thread.is_some() { self.feed.count() } else { 0 }
    }
}

impl Drop for Poller {
    fn drop(&mut self) {
        println!("{} entries were read", self.unread().min(1));
    }
}
