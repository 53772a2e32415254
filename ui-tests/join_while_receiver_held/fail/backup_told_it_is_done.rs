//@ expect: join_while_receiver_held
//@ effect: hang

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread;

enum Update {
    File { name: String, bytes: u64 },
    Skipped(String),
    Done { files: usize },
}

fn copy_all(names: Vec<String>, updates: &SyncSender<Update>) -> u64 {
    let mut total = 0;
    let mut files = 0;
    for name in names {
        if name.ends_with('~') {
            let _ = updates.send(Update::Skipped(name));
            continue;
        }
        let bytes = name.len() as u64 * 10;
        total += bytes;
        files += 1;
        if updates.send(Update::File { name, bytes }).is_err() {
            return total;
        }
    }
    let _ = updates.send(Update::Done { files });
    total
}

#[derive(Default)]
struct Summary {
    sizes: HashMap<String, u64>,
    skipped: usize,
    files: Option<usize>,
}

fn follow(updates: &Receiver<Update>) -> Summary {
    let mut summary = Summary::default();
    while let Ok(update) = updates.recv() {
        match update {
            Update::File { name, bytes } => {
                summary.sizes.insert(name, bytes);
            }
            Update::Skipped(_) => {
                summary.skipped += 1;
                break;
            }
            Update::Done { files } => {
                summary.files = Some(files);
                break;
            }
        }
    }
    summary
}

fn backup(names: &[&str]) -> (Summary, u64) {
    let (tx, updates) = mpsc::sync_channel(2);
    let names = names.iter().map(|name| name.to_string()).collect();
    let copier = thread::spawn(move || copy_all(names, &tx));
    let summary = follow(&updates);
    let total = copier.join().unwrap_or(0); //~ join_while_receiver_held
    (summary, total)
}

fn main() {
    let (summary, total) = backup(&["a.txt", "b.txt", "b.txt~", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt"]);
    println!("{} files, {} skipped, {total} bytes", summary.sizes.len(), summary.skipped);
    println!("{:?}", summary.files);
}
