//@ expect: recv_while_sender_held
//@ effect: hang
//! An index of source files: a walker goes down the folders by recursion and sends what it finds, and the one who prints them keeps a sender.

mod walk;

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

struct Indexer {
    found: Sender<PathBuf>,
    files: Receiver<PathBuf>,
    walkers: Vec<JoinHandle<()>>,
}

impl Indexer {
    fn new() -> Self {
        let (found, files) = channel();
        Self { found, files, walkers: Vec::new() }
    }

    fn add(&mut self, root: PathBuf) {
        let found = self.found.clone();
        self.walkers.push(thread::spawn(move || walk::down(&root, 3, &found)));
    }

    fn report(self) -> usize {
        let mut count = 0;
        for file in &self.files { //~ recv_while_sender_held
            count += 1;
            if count <= 3 {
                println!("{}", file.display());
            }
        }
        for walker in self.walkers {
            walker.join().ok();
        }
        count
    }
}

fn main() {
    let mut indexer = Indexer::new();
    indexer.add(PathBuf::from("/proc/self/task"));
    indexer.add(PathBuf::from("/proc/self/net"));
    println!("{} files", indexer.report());
}
