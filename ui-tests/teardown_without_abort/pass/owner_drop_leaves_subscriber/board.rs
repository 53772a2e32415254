use std::sync::Mutex;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

#[derive(Clone, Debug)]
pub struct Price {
    pub symbol: &'static str,
    pub cents: u64,
}

#[derive(Default)]
pub struct Board {
    pub watchers: Mutex<Vec<UnboundedSender<Price>>>,
}

impl Board {
    pub fn watch(&self) -> UnboundedReceiver<Price> {
        let (watcher, prices) = mpsc::unbounded_channel();
        if let Ok(mut watchers) = self.watchers.lock() {
            watchers.push(watcher);
        }
        prices
    }

    pub fn publish(&self, price: &Price) {
        if let Ok(mut watchers) = self.watchers.lock() {
            watchers.retain(|watcher| watcher.send(price.clone()).is_ok());
        }
    }

    pub fn close(&self) {
        if let Ok(mut watchers) = self.watchers.lock() {
            watchers.clear();
        }
    }
}
