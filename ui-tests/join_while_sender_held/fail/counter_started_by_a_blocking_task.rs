//@ expect: join_while_sender_held
//@ effect: hang

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::thread;

use tokio::task::{spawn_blocking, JoinSet};

struct Document {
    name: &'static str,
    text: String,
}

fn count_words(lines: mpsc::Receiver<String>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for line in lines {
        for word in line.split_whitespace() {
            *counts.entry(word.to_lowercase()).or_insert(0) += 1;
        }
    }
    counts
}

fn index(document: Document) -> (&'static str, usize) {
    let (lines, queue) = mpsc::channel();
    let counter = thread::spawn(move || count_words(queue));
    for line in document.text.lines() {
        if lines.send(line.to_owned()).is_err() {
            break;
        }
    }
    let counts = counter.join().unwrap_or_default(); //~ join_while_sender_held
    (document.name, counts.len())
}

#[tokio::main]
async fn main() {
    let documents = [("fox", "the quick\nbrown fox"), ("dog", "the lazy\nlazy dog")];
    let mut indexing = JoinSet::new();
    for (name, text) in documents {
        let text = text.to_owned();
        indexing.spawn(async move { spawn_blocking(move || index(Document { name, text })).await });
    }
    while let Some(indexed) = indexing.join_next().await {
        match indexed {
            Ok(Ok((name, words))) => println!("{name}: {words} words"),
            Ok(Err(err)) | Err(err) => eprintln!("indexing failed: {err}"),
        }
    }
}
