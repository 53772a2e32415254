use std::collections::HashSet;
use std::sync::mpsc::Sender;

/// Takes addresses that were not seen before.
pub struct Frontier {
    seen: HashSet<&'static str>,
    todo: Sender<&'static str>,
}

impl Frontier {
    pub fn new(todo: Sender<&'static str>) -> Frontier {
        Frontier { seen: HashSet::new(), todo }
    }

    pub fn add(&mut self, path: &'static str) {
        if self.seen.insert(path) && self.todo.send(path).is_err() {
            eprintln!("{path}: nobody fetches");
        }
    }
}
