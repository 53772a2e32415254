//@ expect: blocking_send_to_self
//@ effect: hang

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

type Tree = BTreeMap<&'static str, Vec<&'static str>>;

enum Visit {
    Folder(&'static str),
    Finish,
}

struct Walker {
    tree: Tree,
    visits: Receiver<Visit>,
    queue: SyncSender<Visit>,
}

impl Walker {
    fn walk(self) -> usize {
        let mut visited = 0;
        while let Ok(Visit::Folder(name)) = self.visits.recv() {
            visited += 1;
            let subfolders = self.tree.get(name).map_or(&[][..], Vec::as_slice);
            for &folder in subfolders {
                let visit = Visit::Folder(folder);
                if self.queue.send(visit).is_err() { //~ blocking_send_to_self
                    return visited;
                }
            }
        }
        visited
    }
}

fn count(tree: Tree) -> usize {
    let (queue, visits) = sync_channel(2);
    let roots = queue.clone();
    let walker = Walker { tree, visits, queue };
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
