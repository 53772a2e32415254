//@ expect: ineffective_abort
//@ effect: hang

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time;

#[derive(Clone)]
struct Words(Sender<String>);

struct Index {
    words: Words,
    tasks: JoinSet<BTreeSet<String>>,
}

fn build(words: Receiver<String>) -> BTreeSet<String> {
    let mut index = BTreeSet::new();
    for word in words {
        index.insert(word.to_lowercase());
    }
    index
}

impl Index {
    fn open() -> Index {
        let (sender, words) = channel();
        let mut tasks = JoinSet::new();
        tasks.spawn_blocking(move || build(words));
        Index { words: Words(sender), tasks }
    }

    fn add(&self, text: &str) -> usize {
        let words = text.split_whitespace().map(str::to_owned);
        words.filter(|word| self.words.0.send(word.clone()).is_ok()).count()
    }

    async fn close(mut self) -> usize {
        self.tasks.abort_all(); //~ ineffective_abort
        let mut size = 0;
        while let Some(index) = self.tasks.join_next().await {
            match index {
                Ok(index) => size += index.len(),
                Err(err) => println!("index lost: {err}"),
            }
        }
        size
    }
}

#[tokio::main]
async fn main() {
    let index = Index::open();
    println!("{} words added", index.add("to be or not to be"));
    time::sleep(Duration::from_millis(20)).await;
    println!("{} distinct", index.close().await);
}
