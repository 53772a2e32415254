//@ expect: eof_ignored
//@ effect: spin

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tokio::sync::broadcast;

#[derive(Clone, Debug)]
struct Invalidate(String);

#[derive(Default)]
struct Cache {
    rows: Mutex<HashMap<String, u64>>,
}

impl Cache {
    fn forget(&self, key: &str) {
        self.rows.lock().unwrap().remove(key);
    }

    async fn listen(self: Arc<Self>, mut bus: broadcast::Receiver<Invalidate>) {
        loop {
            let key = match bus.recv().await { //~ eof_ignored
                Ok(Invalidate(key)) => key,
                Err(err) => {
                    self.rows.lock().unwrap().insert(err.to_string(), 1);
                    continue;
                }
            };
            self.forget(&key);
        }
    }
}

struct Service {
    cache: Arc<Cache>,
    bus: broadcast::Sender<Invalidate>,
}

impl Service {
    fn put(&self, key: &str, value: u64) {
        self.cache.rows.lock().unwrap().insert(key.to_owned(), value);
        let _ = self.bus.send(Invalidate(key.to_owned()));
    }
}

#[tokio::main]
async fn main() {
    let (bus, inbox) = broadcast::channel(16);
    let cache = Arc::new(Cache::default());
    let listener = tokio::spawn(cache.clone().listen(inbox));
    let service = Service { cache, bus };
    service.put("a", 1);
    service.put("b", 2);
    drop(service);
    listener.await.unwrap();
}
