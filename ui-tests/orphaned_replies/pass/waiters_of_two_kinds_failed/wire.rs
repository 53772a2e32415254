use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::{mpsc, oneshot};

/// Who waits for an answer.
pub enum Waiter {
    Once(oneshot::Sender<String>),
    Stream(mpsc::UnboundedSender<String>),
}

#[derive(Clone, Default)]
pub struct Pending {
    inner: Arc<Mutex<HashMap<u64, Waiter>>>,
}

impl Pending {
    pub fn insert(&self, id: u64, waiter: Waiter) {
        self.inner.lock().unwrap().insert(id, waiter);
    }

    pub fn resolve(&self, id: u64, body: String) {
        let mut inner = self.inner.lock().unwrap();
        match inner.remove(&id) {
            Some(Waiter::Once(reply)) => {
                let _ = reply.send(body);
            }
            Some(Waiter::Stream(feed)) => {
                if feed.send(body).is_ok() {
                    inner.insert(id, Waiter::Stream(feed));
                }
            }
            None => eprintln!("nobody asked for {id}"),
        }
    }

    pub fn fail_all(&self) {
        self.inner.lock().unwrap().clear();
    }
}
