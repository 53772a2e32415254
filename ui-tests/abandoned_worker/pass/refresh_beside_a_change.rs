//@ expect: none
//@ effect: none
//! A cache is refreshed once it has aged, or when somebody says that it has changed: the timer's task, let go of then, wakes once more,
//! marks the cache as aged and is gone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

#[derive(Default)]
struct Prices {
    cents: HashMap<String, u64>,
    aged: bool,
}

struct Cache {
    age: Duration,
    prices: Arc<Mutex<Prices>>,
    changed: watch::Receiver<u64>,
}

impl Cache {
    fn ages(&self) -> JoinHandle<usize> {
        let age = self.age;
        let prices = Arc::clone(&self.prices);
        tokio::spawn(async move {
            tokio::time::sleep(age).await;
            let mut prices = prices.lock().unwrap();
            prices.aged = true;
            prices.cents.len()
        })
    }

    async fn refresh(&mut self) -> Option<&'static str> {
        let ages = self.ages();
        let why = tokio::select! {
            count = ages => {
                println!("{} prices have aged", count.ok()?);
                "aged"
            }
            changed = self.changed.changed() => {
                changed.ok()?;
                "changed"
            }
        };
        let mut prices = self.prices.lock().unwrap();
        prices.cents.insert("AB".to_owned(), *self.changed.borrow());
        prices.aged = false;
        Some(why)
    }
}

#[tokio::main]
async fn main() {
    let (change, changed) = watch::channel(100);
    let mut cache = Cache { age: Duration::from_millis(50), prices: Arc::default(), changed };
    println!("{:?}", cache.refresh().await);
    change.send(120).unwrap();
    println!("{:?}", cache.refresh().await);
}
