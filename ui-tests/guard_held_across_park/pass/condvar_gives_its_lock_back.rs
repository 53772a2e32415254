//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

#[derive(Default)]
struct Inner {
    letters: VecDeque<String>,
    closed: bool,
}

#[derive(Default)]
struct Mailbox {
    inner: Mutex<Inner>,
    changed: Condvar,
}

impl Mailbox {
    fn post(&self, letter: &str) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.letters.push_back(letter.to_owned());
        self.changed.notify_one();
    }

    fn close(&self) {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.changed.notify_all();
    }

    fn next(&self) -> Option<String> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        while inner.letters.is_empty() && !inner.closed {
            inner = self.changed.wait(inner).unwrap_or_else(PoisonError::into_inner);
        }
        inner.letters.pop_front()
    }
}

fn main() {
    let mailbox = Arc::new(Mailbox::default());
    let postman = {
        let mailbox = Arc::clone(&mailbox);
        thread::spawn(move || {
            for letter in ["one", "two", "three"] {
                mailbox.post(letter);
            }
            mailbox.close();
        })
    };
    while let Some(letter) = mailbox.next() {
        println!("{letter}");
    }
    if postman.join().is_err() {
        eprintln!("the postman got lost");
    }
}
