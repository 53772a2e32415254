//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

// Whoever calls `finish` wants to wait; the drop only hangs up, and does not.
struct Counter {
    words: Option<Sender<String>>,
    thread: Option<JoinHandle<usize>>,
}

impl Counter {
    fn new() -> Counter {
        let (words, inbox) = mpsc::channel::<String>();
        let thread = thread::spawn(move || inbox.iter().map(|word| word.len()).sum());
        Counter { words: Some(words), thread: Some(thread) }
    }

    fn count(&self, word: &str) {
        if let Some(words) = &self.words
            && words.send(word.to_owned()).is_err()
        {
            eprintln!("nobody counts");
        }
    }

    fn finish(mut self) -> usize {
        self.words = None;
        self.thread.take().and_then(|thread| thread.join().ok()).unwrap_or(0)
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        if self.words.take().is_some() {
            println!("counter left alone");
        }
    }
}

fn main() {
    let counter = Counter::new();
    for word in ["one", "three", "eleven"] {
        counter.count(word);
    }
    println!("{} letters", counter.finish());
    Counter::new().count("forgotten");
}
