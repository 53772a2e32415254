//@ expect: none
//@ effect: none
//! A watcher waits for the error of the link that there is, and makes one where there is none. It writes down which there is, and nobody
//! else does: in the first round there is none.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread;

struct Watcher {
    current: PathBuf,
    nodes: Vec<&'static str>,
    attempt: u32,
}

impl Watcher {
    fn new(nodes: &[&'static str]) -> Self {
        let current = std::env::temp_dir().join(format!("link-{}", std::process::id()));
        Self { current, nodes: nodes.to_vec(), attempt: 0 }
    }

    fn connect(&self, node: &str, errors: Sender<String>) -> bool {
        if self.attempt % 2 == 0 {
            return false;
        }
        let name = node.to_owned();
        thread::spawn(move || errors.send(format!("{name} hung up")));
        fs::write(&self.current, node).is_ok()
    }

    fn watch(&mut self) -> u32 {
        let (errors, seen) = mpsc::channel();
        let mut count = 0;
        'watch: loop {
            if let Some(link) = read(&self.current) {
                println!("watching {link}");
                match seen.recv() {
                    Ok(error) => println!("{error}"),
                    Err(_) => break,
                }
                fs::remove_file(&self.current).ok();
                count += 1;
                if count == 3 {
                    break;
                }
            } else {
                for node in self.nodes.clone() {
                    self.attempt += 1;
                    if self.connect(node, errors.clone()) {
                        continue 'watch;
                    }
                }
            }
        }
        count
    }
}

fn read(current: &Path) -> Option<String> {
    fs::read_to_string(current).ok()
}

fn main() {
    println!("{} errors", Watcher::new(&["a", "b"]).watch());
}
