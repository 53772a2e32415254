//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

// `join().unwrap()` hands the panic of a worker on to its owner, which is what is wanted here; and nothing can panic while the index is locked.
struct Indexer {
    index: Arc<Mutex<BTreeMap<String, usize>>>,
    threads: Vec<JoinHandle<usize>>,
}

fn index(index: &Mutex<BTreeMap<String, usize>>, text: &str) -> usize {
    let mut words = 0;
    for word in text.split_whitespace() {
        words += 1;
        *index.lock().unwrap().entry(word.to_owned()).or_default() += 1;
    }
    words
}

impl Indexer {
    fn new() -> Indexer {
        Indexer { index: Arc::default(), threads: Vec::new() }
    }

    fn add(&mut self, text: &'static str) {
        let shared = Arc::clone(&self.index);
        self.threads.push(thread::spawn(move || index(&shared, text)));
    }
}

impl Drop for Indexer {
    fn drop(&mut self) {
        let mut words = 0;
        for thread in self.threads.drain(..) {
            words += thread.join().unwrap();
        }
        let index = self.index.lock().unwrap();
        println!("{words} words, {} different", index.len());
    }
}

fn main() {
    let mut indexer = Indexer::new();
    indexer.add("to be or not to be");
    indexer.add("that is the question");
    println!("{} texts", indexer.threads.len());
}
