use tokio::task::JoinHandle;

use crate::index::Index;
use crate::watch;

#[derive(Default)]
pub struct Registry {
    watchers: Vec<JoinHandle<()>>,
}

impl Registry {
    pub fn watch(&mut self, index: Index) {
        self.watchers.push(watch::start(index));
    }

    pub fn shut_down(&mut self) {
        println!("{} watchers", self.watchers.len());
        for watcher in self.watchers.drain(..) {
            watcher.abort();
        }
    }
}
