//@ expect: none
//@ effect: none

use std::collections::BTreeSet;
use std::sync::mpsc;
use std::thread;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word(String);

fn words_of(text: &str) -> impl Iterator<Item = Word> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3)
        .map(|word| Word(word.to_lowercase()))
}

fn index(pages: &[&str]) -> Result<BTreeSet<Word>, String> {
    let (words, inbox) = mpsc::channel();
    let indexer = thread::Builder::new()
        .name("indexer".into())
        .spawn(move || {
            let mut index = BTreeSet::new();
            for word in inbox {
                index.insert(word);
            }
            index
        })
        .map_err(|err| format!("no indexer: {err}"))?;

    thread::scope(|scope| {
        for page in pages {
            let words = words.clone();
            scope.spawn(move || {
                for word in words_of(page) {
                    if words.send(word).is_err() {
                        return;
                    }
                }
            });
        }
    });

    drop(words);
    let index = indexer.join();
    index.map_err(|_| "the indexer panicked".to_owned())
}

fn main() {
    let pages = ["Who wakes the parked one?", "Nobody wakes the parked one."];
    match index(&pages) {
        Ok(index) => println!("{} words: {index:?}", index.len()),
        Err(err) => eprintln!("{err}"),
    }
}
