//@ expect: worker_outlives_owner
//@ effect: leak

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

static SWEEPS: AtomicUsize = AtomicUsize::new(0);

struct Entry {
    key: u32,
    ttl: u32,
}

#[derive(Default)]
struct Shared {
    entries: Mutex<Vec<Entry>>,
    stop: Mutex<bool>,
    wake: Condvar,
}

struct TtlCache {
    shared: Arc<Shared>,
}

impl TtlCache {
    fn new() -> TtlCache {
        let shared = Arc::new(Shared::default());
        let theirs = Arc::clone(&shared);
        thread::spawn(move || sweep(&theirs)); //~ worker_outlives_owner
        TtlCache { shared }
    }

    fn insert(&self, key: u32, ttl: u32) {
        self.shared.entries.lock().unwrap().push(Entry { key, ttl });
    }

    fn has(&self, key: u32) -> bool {
        self.shared.entries.lock().unwrap().iter().any(|entry| entry.key == key)
    }
}

fn sweep(shared: &Shared) {
    let mut stop = shared.stop.lock().unwrap();
    while !*stop {
        shared.entries.lock().unwrap().retain_mut(|entry| {
            entry.ttl = entry.ttl.saturating_sub(1);
            entry.ttl > 0
        });
        SWEEPS.fetch_add(1, Ordering::SeqCst);
        (stop, _) = shared.wake.wait_timeout(stop, Duration::from_millis(5)).unwrap();
    }
}

impl Drop for TtlCache {
    fn drop(&mut self) {
        self.shared.entries.lock().unwrap().clear();
        self.shared.wake.notify_all();
    }
}

fn main() {
    let cache = TtlCache::new();
    cache.insert(4, 200);
    println!("{}", cache.has(4));
    drop(cache);
    thread::sleep(Duration::from_millis(40));
    let before = SWEEPS.load(Ordering::SeqCst);
    thread::sleep(Duration::from_millis(40));
    if SWEEPS.load(Ordering::SeqCst) != before {
        std::process::exit(3);
    }
}
