//@ expect: eof_ignored
//@ effect: spin

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

// A clipboard with a thread of its own. Where there is no clipboard to be had, the thread answers each request with an error, until it is
// told to exit; but its owner goes without a word.
enum Command {
    Store(String),
    Load,
    Exit,
}

type Reply = io::Result<String>;

pub struct Clipboard {
    requests: Sender<Command>,
    replies: Receiver<Reply>,
    thread: Option<JoinHandle<()>>,
}

fn missing() -> Reply {
    Err(io::Error::other("no clipboard"))
}

fn serve(available: bool, requests: Receiver<Command>, replies: Sender<Reply>) {
    if !available {
        loop {
            if let Ok(command) = requests.recv() { //~ eof_ignored
                match command {
                    Command::Exit => return,
                    _ => {
                        let _ = replies.send(missing());
                    }
                }
            }
        }
    }
    let mut content = String::new();
    while let Ok(command) = requests.recv() {
        match command {
            Command::Store(text) => content = text,
            Command::Load => {
                let _ = replies.send(Ok(content.clone()));
            }
            Command::Exit => break,
        }
    }
}

impl Clipboard {
    pub fn new(available: bool) -> Self {
        let (requests, commands) = mpsc::channel();
        let (answers, replies) = mpsc::channel();
        let thread = thread::Builder::new().spawn(move || serve(available, commands, answers)).ok();
        Self { requests, replies, thread }
    }

    pub fn store(&self, text: &str) {
        let _ = self.requests.send(Command::Store(text.to_owned()));
    }

    pub fn load(&self) -> Reply {
        let _ = self.requests.send(Command::Load);
        self.replies.recv().unwrap_or_else(|_| missing())
    }
}

impl Clipboard {
    pub fn close(self) {
        if self.thread.as_ref().is_some_and(JoinHandle::is_finished) {
            let _ = self.requests.send(Command::Exit);
        }
        let thread = self.thread;
        drop(self.requests);
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }
}

fn main() {
    for available in [true, false] {
        let clipboard = Clipboard::new(available);
        if available {
            clipboard.store("text");
        }
        println!("{:?}", clipboard.load().is_ok());
        clipboard.close();
    }
}
