//@ expect: recv_while_sender_held
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

struct Entry {
    name: &'static str,
    size: u64,
    inside: Vec<Entry>,
}

struct Totals {
    sizes: Receiver<u64>,
    helpers: Vec<JoinHandle<()>>,
}

impl Totals {
    /// A folder: its files are weighed by a helper, and what lies in it is looked at in turn.
    fn folder(&mut self, report: Sender<u64>, entries: Vec<Entry>) -> u64 {
        let (files, folders): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.inside.is_empty());
        let weighed = report.clone();
        self.helpers.push(thread::spawn(move || {
            for file in files {
                let _ = weighed.send(file.size);
            }
        }));
        self.next(report, folders)
    }

    /// The folders that are left; after the last one there is only to wait for what the helpers say.
    fn next(&mut self, report: Sender<u64>, mut folders: Vec<Entry>) -> u64 {
        match folders.pop() {
            Some(folder) => {
                println!("into {}", folder.name);
                folders.extend(folder.inside);
                self.folder(report, folders)
            }
            None => {
                self.sizes.iter().sum() //~ recv_while_sender_held
            }
        }
    }
}

fn main() {
    let (report, sizes) = mpsc::channel();
    let mut totals = Totals { sizes, helpers: Vec::new() };
    let notes = Entry { name: "notes", size: 12, inside: Vec::new() };
    let photos = Entry { name: "photos", size: 0, inside: vec![Entry { name: "cat", size: 400, inside: Vec::new() }] };
    println!("{} bytes", totals.folder(report, vec![notes, photos]));
    for helper in totals.helpers {
        let _ = helper.join();
    }
}
