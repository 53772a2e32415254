use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::io::{AsyncWriteExt, DuplexStream, WriteHalf};
use tokio::sync::{Mutex, oneshot};
use tokio::task::JoinHandle;

use crate::reader;
use crate::wire::{Pending, Waiter};

#[derive(Debug)]
pub enum CallError {
    Io(std::io::Error),
    Closed,
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CallError::Io(err) => write!(f, "i/o: {err}"),
            CallError::Closed => f.write_str("connection closed"),
        }
    }
}

impl From<std::io::Error> for CallError {
    fn from(err: std::io::Error) -> Self {
        CallError::Io(err)
    }
}

pub struct Client {
    write: Mutex<WriteHalf<DuplexStream>>,
    next: AtomicU64,
    pending: Pending,
    reader: JoinHandle<()>,
}

impl Client {
    pub fn connect(stream: DuplexStream) -> Self {
        let (read, write) = tokio::io::split(stream);
        let pending = Pending::default();
        let reader = tokio::spawn(reader::run(read, pending.clone()));
        Client {
            write: Mutex::new(write),
            next: AtomicU64::new(1),
            pending,
            reader,
        }
    }

    pub async fn call(&self, body: &str) -> Result<String, CallError> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (reply, answer) = oneshot::channel();
        self.pending.insert(id, Waiter::Once(reply));
        self.write
            .lock()
            .await
            .write_all(format!("{id} {body}\n").as_bytes())
            .await?;
        answer.await.map_err(|_| CallError::Closed)
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        self.reader.abort();
    }
}
