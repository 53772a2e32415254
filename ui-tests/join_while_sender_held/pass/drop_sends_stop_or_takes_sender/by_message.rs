use std::thread::JoinHandle;

use flume::{Receiver, Sender};

enum Command {
    Index { path: String, words: usize },
    Stop,
}

pub struct Indexer {
    commands: Sender<Command>,
    thread: Option<JoinHandle<()>>,
}

fn run(commands: Receiver<Command>) {
    let mut total = 0;
    while let Ok(Command::Index { path, words }) = commands.recv() {
        println!("{path}: {words} words");
        total += words;
    }
    println!("{total} words");
}

impl Indexer {
    pub fn start() -> Indexer {
        let (commands, inbox) = flume::bounded(4);
        let thread = std::thread::spawn(move || run(inbox));
        Indexer { commands, thread: Some(thread) }
    }

    pub fn index(&self, path: &str, text: &str) {
        let path = path.to_owned();
        let words = text.split_whitespace().count();
        let _ = self.commands.send(Command::Index { path, words });
    }
}

impl Drop for Indexer {
    fn drop(&mut self) {
        let _ = self.commands.send(Command::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
