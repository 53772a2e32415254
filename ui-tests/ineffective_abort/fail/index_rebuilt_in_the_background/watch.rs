use std::thread;
use std::time::Duration;

use tokio::task::{self, JoinHandle};

use crate::index::Index;

/// Rebuilds an index again and again, away from the threads that serve.
pub fn start(index: Index) -> JoinHandle<()> {
    task::spawn_blocking(move || {
        loop {
            index.rebuild();
            thread::sleep(Duration::from_millis(4));
        }
    })
}
