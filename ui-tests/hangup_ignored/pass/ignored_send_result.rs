//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

#[derive(Clone, Copy, Debug)]
enum Notice {
    Saved { bytes: usize },
    Renamed,
}

struct Document {
    name: String,
    text: String,
    notices: Sender<Notice>,
}

impl Document {
    fn open(name: &str) -> (Document, Receiver<Notice>) {
        let (notices, inbox) = mpsc::channel();
        let document = Document { name: name.to_owned(), text: String::new(), notices };
        (document, inbox)
    }

    fn write(&mut self, text: &str) {
        self.text.push_str(text);
        let bytes = self.text.len();
        let _ = self.notices.send(Notice::Saved { bytes });
    }

    fn rename(&mut self, name: &str) {
        name.clone_into(&mut self.name);
        self.notices.send(Notice::Renamed).ok();
    }
}

fn main() {
    let (mut document, notices) = Document::open("draft");
    let watcher = thread::spawn(move || {
        let first = notices.recv();
        println!("first notice {first:?}");
    });
    document.write("hello");
    if watcher.join().is_err() {
        eprintln!("the watcher panicked");
    }
    for word in [" and", " goodbye"] {
        document.write(word);
    }
    document.rename("letter");
    println!("{}: {}", document.name, document.text);
}
