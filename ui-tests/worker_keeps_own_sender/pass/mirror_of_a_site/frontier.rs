use std::collections::HashSet;
use std::sync::mpsc::Sender;

pub enum Visit {
    Page(&'static str),
    Done,
}

/// Takes addresses that were not seen before.
pub struct Frontier {
    seen: HashSet<&'static str>,
    todo: Sender<Visit>,
}

impl Frontier {
    pub fn new(todo: Sender<Visit>) -> Frontier {
        Frontier { seen: HashSet::new(), todo }
    }

    pub fn add(&mut self, path: &'static str) {
        if self.seen.insert(path) && self.todo.send(Visit::Page(path)).is_err() {
            eprintln!("{path}: nobody fetches");
        }
    }
}
