//@ expect: guard_held_across_park
//@ effect: hang

use std::collections::HashMap;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot, Mutex};

type Cache = Arc<Mutex<HashMap<String, u64>>>;

struct Lookup {
    key: String,
    done: oneshot::Sender<()>,
}

struct Resolver {
    cache: Cache,
    lookups: mpsc::Sender<Lookup>,
}

async fn fill(cache: Cache, mut lookups: mpsc::Receiver<Lookup>) {
    while let Some(lookup) = lookups.recv().await {
        let value = lookup.key.bytes().map(u64::from).sum();
        cache.lock().await.insert(lookup.key, value);
        let _ = lookup.done.send(());
    }
}

impl Resolver {
    fn start() -> Resolver {
        let cache = Cache::default();
        let (lookups, inbox) = mpsc::channel(4);
        tokio::spawn(fill(Arc::clone(&cache), inbox));
        Resolver { cache, lookups }
    }

    async fn resolve(&self, key: &str) -> Option<u64> {
        let cache = self.cache.lock().await;
        if let Some(value) = cache.get(key) {
            return Some(*value);
        }
        let (done, filled) = oneshot::channel();
        let lookup = Lookup {
            key: key.to_owned(),
            done,
        };
        self.lookups.send(lookup).await.ok()?;
        filled.await.ok()?; //~ guard_held_across_park
        cache.get(key).copied()
    }
}

#[tokio::main]
async fn main() {
    let resolver = Resolver::start();
    for key in ["alpha", "beta", "alpha"] {
        println!("{key} -> {:?}", resolver.resolve(key).await);
    }
}
