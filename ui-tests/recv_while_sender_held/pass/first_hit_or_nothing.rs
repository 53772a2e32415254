//@ expect: none
//@ effect: none

use std::path::{Path, PathBuf};
use std::thread;

use crossbeam_channel::{Sender, unbounded};

struct Finder<'a> {
    name: &'a str,
    roots: Vec<PathBuf>,
}

fn look(root: &Path, name: &str, hits: &Sender<PathBuf>) {
    let candidate = root.join(name);
    if candidate.is_file() {
        let _ = hits.send(candidate);
    }
}

impl<'a> Finder<'a> {
    fn new(name: &'a str) -> Self {
        let roots = ["/etc", "/usr/share"].map(PathBuf::from).to_vec();
        Finder { name, roots }
    }

    fn first(&self) -> Option<PathBuf> {
        let (hit, hits) = unbounded();
        for root in &self.roots {
            let hit = hit.clone();
            let root = root.clone();
            let name = self.name.to_owned();
            thread::spawn(move || look(&root, &name, &hit));
        }
        drop(hit);
        hits.recv().ok()
    }
}

fn main() {
    for name in ["passwd", "no-such-file-here"] {
        match Finder::new(name).first() {
            Some(path) => println!("{}", path.display()),
            None => println!("{name}: not found"),
        }
    }
}
