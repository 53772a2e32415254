use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Debug, PartialEq)]
pub enum Change {
    Created(String),
    Grown { path: String, by: u64 },
}

struct Watch {
    running: Arc<AtomicBool>,
    thread: JoinHandle<u64>,
}

pub struct FileWatcher {
    watches: HashMap<String, Watch>,
    changes: mpsc::Sender<Change>,
}

impl FileWatcher {
    pub fn new() -> (FileWatcher, Receiver<Change>) {
        let (changes, rx) = mpsc::channel();
        (FileWatcher { watches: HashMap::new(), changes }, rx)
    }

    pub fn add(&mut self, path: &str) {
        let running = Arc::new(AtomicBool::new(true));
        let flag = running.clone();
        let changes = self.changes.clone();
        let name = path.to_string();
        let thread = thread::spawn(move || {
            let mut rounds = 0;
            let _ = changes.send(Change::Created(name.clone()));
            while flag.load(Ordering::SeqCst) {
                rounds += 1;
                let _ = changes.send(Change::Grown { path: name.clone(), by: rounds });
                thread::sleep(Duration::from_millis(3));
            }
            rounds
        });
        self.watches.insert(path.to_string(), Watch { running, thread });
    }

    pub fn remove(&mut self, path: &str) -> Option<u64> {
        let watch = self.watches.remove(path)?;
        let rounds = watch.thread.join().ok(); //~ abort_after_wait
        watch.running.store(false, Ordering::SeqCst);
        rounds
    }
}
