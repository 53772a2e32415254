//@ expect: join_while_sender_held
//@ effect: hang

use std::collections::HashMap;
use std::sync::Mutex;
use std::thread::{self, JoinHandle, ThreadId};

use crossbeam_channel::{Sender, bounded};

// A logger that writes on a thread of its own, and is not told when its logger goes. How much room there is each thread asks once.
enum Message {
    Record(String),
    #[expect(dead_code, reason = "nobody says it")]
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
    Rooms of Option<usize>;
}

pub struct AsyncLog {
    first: Sender<Message>,
    rooms: Rooms,
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
        AsyncLog { first, rooms: Rooms::default(), thread: Mutex::new(Some(thread)) }
    }

    fn room(&self) -> Option<usize> {
        self.rooms.get_or(|| self.first.capacity())
    }

    pub fn log(&self, text: &str) {
        let _ = self.first.send(Message::Record(format!("{text} (room for {:?})", self.room())));
    }
}

impl Drop for AsyncLog {
    fn drop(&mut self) {
        let thread = self.thread.get_mut().map(Option::take);
        if let Ok(Some(thread)) = thread {
            let _ = thread.join(); //~ join_while_sender_held
        }
    }
}

fn main() {
    let log = AsyncLog::new(8);
    log.log("one");
    log.log("two");
    drop(log);
}
