use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

#[derive(Default)]
struct Tables {
    words: Mutex<Vec<&'static str>>,
    counts: Mutex<BTreeMap<&'static str, u32>>,
    builds: AtomicU32,
}

#[derive(Clone, Default)]
pub struct Index {
    tables: Arc<Tables>,
}

impl Index {
    pub fn add(&self, word: &'static str) {
        self.tables.words.lock().unwrap().push(word);
    }

    pub fn rebuild(&self) {
        let mut counts = BTreeMap::new();
        for word in self.tables.words.lock().unwrap().iter() {
            *counts.entry(*word).or_default() += 1;
        }
        *self.tables.counts.lock().unwrap() = counts;
        self.tables.builds.fetch_add(1, Ordering::Relaxed);
    }

    pub fn builds(&self) -> u32 {
        self.tables.builds.load(Ordering::Relaxed)
    }
}
