use std::fmt;

use tokio::sync::oneshot;

pub type Reply<T> = oneshot::Sender<T>;

pub enum Command {
    Get(String, Reply<Option<i64>>),
    Add { key: String, by: i64, total: Reply<i64> },
}

#[derive(Debug)]
pub struct Closed;

impl fmt::Display for Closed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the counters are closed")
    }
}
