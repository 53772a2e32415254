//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

type Cache = Arc<Mutex<HashMap<u32, String>>>;

enum Update {
    Put(u32, String),
    Close,
}

fn apply(cache: &Cache, updates: &Receiver<Update>) -> usize {
    let mut applied = 0;
    while let Ok(Update::Put(key, value)) = updates.recv() {
        let mut entries = cache.lock().unwrap_or_else(PoisonError::into_inner);
        entries.insert(key, value);
        applied += 1;
    }
    applied
}

struct Store {
    cache: Cache,
    updates: Sender<Update>,
}

impl Store {
    fn update(&self, key: u32) -> usize {
        let known = self.cache.lock().unwrap_or_else(PoisonError::into_inner).len();
        let value = format!("entry {key} after {known}");
        let _ = self.updates.send(Update::Put(key, value));
        known
    }
}

fn main() {
    let (updates, inbox) = channel();
    let cache = Cache::default();
    let shared = Arc::clone(&cache);
    let applier = thread::spawn(move || apply(&shared, &inbox));
    thread::sleep(Duration::from_millis(20));
    let store = Store { cache, updates };
    for key in 0..3 {
        println!("{key}: {} known", store.update(key) <= 3);
    }
    let _ = store.updates.send(Update::Close);
    println!("{:?} applied", applier.join().ok());
}
