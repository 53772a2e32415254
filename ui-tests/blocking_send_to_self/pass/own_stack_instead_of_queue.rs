//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

type Tree = BTreeMap<&'static str, Vec<&'static str>>;

enum Visit {
    Folder(&'static str),
    Finish,
}

struct Walker {
    tree: Tree,
    visits: Receiver<Visit>,
    stack: Vec<&'static str>,
}

impl Walker {
    fn walk(mut self) -> usize {
        let mut visited = 0;
        while let Ok(Visit::Folder(root)) = self.visits.recv() {
            self.stack.push(root);
            while let Some(name) = self.stack.pop() {
                visited += 1;
                let subfolders = self.tree.get(name).map_or(&[][..], Vec::as_slice);
                self.stack.extend(subfolders);
            }
        }
        visited
    }
}

fn count(tree: Tree) -> usize {
    let (roots, visits) = sync_channel(2);
    let walker = Walker { tree, visits, stack: Vec::new() };
    let thread = thread::spawn(move || walker.walk());
    let _ = roots.send(Visit::Folder("/"));
    let _ = roots.send(Visit::Finish);
    thread.join().unwrap_or(0)
}

fn main() {
    let small: Tree = [("/", vec!["/usr"])].into();
    let wide: Tree = [("/", vec!["/bin", "/etc", "/home", "/usr", "/var"])].into();
    for tree in [small, wide] {
        println!("{} folders", count(tree));
    }
}
