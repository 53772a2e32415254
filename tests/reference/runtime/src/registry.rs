//! The workers that there are.

use std::collections::HashMap;
use std::fmt;
use std::thread::JoinHandle;

use crate::ipc::{Lines, Link};
use crate::worker::Worker;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Id(u32);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "worker {}", self.0)
    }
}

/// All that belongs to a worker.
pub struct Entry {
    pub worker: Worker,
    pub link: Link,
    pub lines: Lines,
    /// Passes its lines on.
    pub relay: Option<JoinHandle<()>>,
}

#[derive(Default)]
pub struct Registry {
    entries: HashMap<Id, Entry>,
    latest: u32,
}

impl Registry {
    pub fn next_id(&mut self) -> Id {
        self.latest += 1;
        Id(self.latest)
    }

    pub fn insert(&mut self, id: Id, entry: Entry) {
        self.entries.insert(id, entry);
    }

    pub fn get_mut(&mut self, id: Id) -> Option<&mut Entry> {
        self.entries.get_mut(&id)
    }

    pub fn remove(&mut self, id: Id) -> Option<Entry> {
        self.entries.remove(&id)
    }

    pub fn ids(&self) -> Vec<Id> {
        self.entries.keys().copied().collect()
    }

    /// Those that have ended by themselves.
    pub fn ended(&mut self) -> Vec<Id> {
        self.entries.iter_mut().filter_map(|(id, entry)| (!entry.worker.is_running()).then_some(*id)).collect()
    }
}
