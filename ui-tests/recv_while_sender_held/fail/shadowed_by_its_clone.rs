//@ expect: recv_while_sender_held
//@ effect: hang

use std::sync::mpsc::{self, Sender};
use std::thread;

#[derive(Debug)]
struct Part {
    index: usize,
    text: String,
}

struct Writer {
    index: usize,
    parts: Sender<Part>,
}

impl Writer {
    fn new(index: usize, parts: Sender<Part>) -> Self {
        Writer { index, parts }
    }

    fn write(self, text: &str) {
        let text = text.to_uppercase();
        let index = self.index;
        if self.parts.send(Part { index, text }).is_err() {
            eprintln!("part {index} is lost");
        }
    }
}

fn shout(texts: &[&'static str]) -> String {
    let (parts, finished) = mpsc::channel();
    for (index, &text) in texts.iter().enumerate() {
        let writer = Writer::new(index, parts.clone());
        thread::spawn(move || writer.write(text));
    }
    let parts = parts.clone();
    let _keep = parts;
    let mut all: Vec<Part> = finished.into_iter().collect(); //~ recv_while_sender_held
    all.sort_by_key(|part| part.index);
    let texts: Vec<_> = all.into_iter().map(|part| part.text).collect();
    texts.join(" ")
}

fn main() {
    println!("{}", shout(&["who", "holds", "it"]));
}
