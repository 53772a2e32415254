use std::collections::HashMap;
use std::sync::atomic::Ordering;

use crossbeam_channel::Receiver;

use crate::feed::{Feed, FeedKind, Taps, Tick};

#[derive(Default)]
pub struct Gateway {
    feeds: HashMap<u32, Feed>,
    taps: HashMap<u32, Taps>,
    next: u32,
}

impl Gateway {
    pub fn open(&mut self, kind: FeedKind) -> u32 {
        self.next += 1;
        let taps = Taps::default();
        self.taps.insert(self.next, taps.clone());
        self.feeds.insert(self.next, Feed::start(kind, taps));
        self.next
    }

    pub fn subscribe(&mut self, id: u32) -> Option<Receiver<Tick>> {
        let (tap, ticks) = crossbeam_channel::unbounded();
        self.taps.get(&id)?.lock().unwrap().push(tap);
        Some(ticks)
    }

    pub fn close(&mut self, id: u32) {
        if let Some(feed) = self.feeds.remove(&id) {
            feed.stop.store(true, Ordering::Release);
            println!("feed {id}: {}", feed.pump.join().is_ok_and(|ticks| ticks > 0));
            self.taps.remove(&id);
        }
    }
}
