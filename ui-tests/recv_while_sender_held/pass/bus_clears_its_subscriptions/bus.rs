use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, RwLock};

static NEXT: AtomicUsize = AtomicUsize::new(0);

type Watchers = Vec<(usize, SyncSender<String>)>;

/// Tells those who watch a prefix of what changes below it.
#[derive(Default)]
pub struct Bus {
    watched: RwLock<BTreeMap<String, Arc<RwLock<Watchers>>>>,
}

/// The changes below one prefix.
pub struct Changes {
    id: usize,
    received: Receiver<String>,
    home: Arc<RwLock<Watchers>>,
}

impl Bus {
    /// Watches a prefix.
    pub fn watch(&self, prefix: &str) -> Changes {
        let home = Arc::clone(self.watched.write().unwrap().entry(prefix.to_owned()).or_default());
        let (sender, received) = sync_channel(64);
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        home.write().unwrap().push((id, sender));
        Changes { id, received, home }
    }

    /// Tells of a change.
    pub fn publish(&self, key: &str, what: &str) {
        for (prefix, watchers) in self.watched.read().unwrap().iter() {
            if key.starts_with(prefix.as_str()) {
                for (_, watcher) in watchers.read().unwrap().iter() {
                    let _ = watcher.send(format!("{key}: {what}"));
                }
            }
        }
    }
}

impl Changes {
    /// The next change; none when the bus is gone.
    pub fn wait(&mut self) -> Option<String> {
        self.received.recv().ok()
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        self.home.write().unwrap().retain(|(id, _)| *id != self.id);
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        for watchers in self.watched.write().unwrap().values() {
            watchers.write().unwrap().clear();
        }
    }
}
