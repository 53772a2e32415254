use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

struct Source {
    items: Receiver<u32>,
    thread: JoinHandle<()>,
}

pub struct Merge {
    sources: Vec<Source>,
}

fn produce(items: Vec<u32>, out: SyncSender<u32>) {
    for item in items {
        if out.send(item).is_err() {
            break;
        }
    }
}

impl Merge {
    pub fn start(lists: Vec<Vec<u32>>) -> Merge {
        let sources = lists
            .into_iter()
            .map(|list| {
                let (out, items) = sync_channel(1);
                let thread = thread::spawn(move || produce(list, out));
                Source { items, thread }
            })
            .collect();
        Merge { sources }
    }

    pub fn head(self, count: usize) -> Vec<u32> {
        let mut head = Vec::new();
        for source in &self.sources {
            head.extend(source.items.iter().take(count));
        }
        head.sort_unstable();
        head.truncate(count);
        let threads: Vec<_> = self.sources.into_iter().map(|source| source.thread).collect();
        for thread in threads {
            if thread.join().is_err() {
                eprintln!("a source panicked");
            }
        }
        head
    }
}
