//! On another platform the sender is wrapped under the same name. Here there is no such `let`, and what is dropped before the wait is the
//! sender itself.
//@ expect: none
//@ effect: none

use std::sync::mpsc::{Sender, channel};
use std::thread;

#[derive(Debug)]
enum Change {
    Created(String),
    Removed(String),
}

#[derive(Clone)]
struct Watcher {
    changes: Sender<Change>,
    root: String,
}

impl Watcher {
    fn new(root: &str, changes: Sender<Change>) -> Self {
        Self { changes, root: root.to_owned() }
    }

    #[cfg(windows)]
    fn with_short_names(self) -> Self {
        Self { root: self.root.to_uppercase(), ..self }
    }

    fn scan(&self, names: &[&str]) {
        for name in names {
            let path = format!("{}/{name}", self.root);
            let change = if name.ends_with('~') { Change::Removed(path) } else { Change::Created(path) };
            if self.changes.send(change).is_err() {
                return;
            }
        }
    }
}

fn main() {
    let (changes, seen) = channel();
    let watcher = Watcher::new("src", changes);

    #[cfg(windows)]
    let watcher = watcher.with_short_names();

    let scanner = watcher.clone();
    let scan = thread::spawn(move || scanner.scan(&["lib.rs", "lib.rs~", "main.rs"]));
    drop(watcher);

    for change in seen {
        match change {
            Change::Created(path) => println!("+ {path}"),
            Change::Removed(path) => println!("- {path}"),
        }
    }
    scan.join().unwrap();
}
