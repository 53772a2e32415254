//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread::{self, JoinHandle, ThreadId};

use crossbeam_channel::{Sender, bounded};

// A logger that writes on a thread of its own. Each thread that logs has a sender of its own, made when it first asks for one.
enum Message {
    Record(String),
    Finish,
}

macro_rules! caches {
    ($($cache:ident of $what:ty;)*) => {
        $(#[derive(Default)]
        struct $cache(Mutex<HashMap<ThreadId, $what>>);

        impl $cache {
            fn get_or(&self, make: impl FnOnce() -> $what) -> $what {
                self.0.lock().unwrap().entry(thread::current().id()).or_insert_with(make).clone()
            }
        })*
    };
}

caches! {
    Senders of Sender<Message>;
}

pub struct AsyncLog {
    first: Sender<Message>,
    senders: Senders,
    thread: Mutex<Option<JoinHandle<usize>>>,
}

impl AsyncLog {
    pub fn new(room: usize) -> AsyncLog {
        let (first, records) = bounded(room);
        let thread = thread::spawn(move || {
            let mut written = 0;
            loop {
                match records.recv().unwrap() {
                    Message::Record(text) => {
                        println!("{text}");
                        written += 1;
                    }
                    Message::Finish => return written,
                }
            }
        });
        AsyncLog { first, senders: Senders::default(), thread: Mutex::new(Some(thread)) }
    }

    fn sender(&self) -> Sender<Message> {
        self.senders.get_or(|| self.first.clone())
    }

    pub fn log(&self, text: &str) {
        let _ = self.sender().send(Message::Record(text.to_owned()));
    }
}

impl Drop for AsyncLog {
    fn drop(&mut self) {
        let thread = self.thread.get_mut().map(Option::take);
        if let Ok(Some(thread)) = thread {
            let _ = self.sender().send(Message::Finish);
            let _ = thread.join();
        }
    }
}

fn main() {
    let log = AsyncLog::new(8);
    log.log("one");
    log.log("two");
    drop(log);
}
