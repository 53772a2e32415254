use std::time::Duration;

use tokio::task::{self, JoinHandle};
use tokio::time::sleep;

use crate::index::Index;

/// Rebuilds an index again and again, away from the threads that serve.
pub fn start(index: Index) -> JoinHandle<()> {
    task::spawn(async move {
        loop {
            index.rebuild();
            sleep(Duration::from_millis(4)).await;
        }
    })
}
