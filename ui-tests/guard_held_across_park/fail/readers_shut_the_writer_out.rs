//@ expect: guard_held_across_park
//@ effect: hang

use std::collections::BTreeMap;
use std::sync::Arc;

use tokio::sync::{RwLock, mpsc};
use tokio::task::JoinHandle;

type Prices = Arc<RwLock<BTreeMap<&'static str, u32>>>;

async fn refresh(prices: Prices, item: &'static str, done: mpsc::Sender<&'static str>) {
    let price = item.bytes().map(u32::from).sum();
    prices.write().await.insert(item, price);
    if done.send(item).await.is_err() {
        eprintln!("{item}: nobody waits");
    }
}

struct Catalogue {
    prices: Prices,
    tasks: Vec<JoinHandle<()>>,
}

impl Catalogue {
    fn new(items: &[&'static str]) -> Catalogue {
        let prices = items.iter().map(|item| (*item, 0)).collect();
        Catalogue { prices: Arc::new(RwLock::new(prices)), tasks: Vec::new() }
    }

    async fn refresh_all(&mut self) -> usize {
        let known = self.prices.read().await;
        let (done, mut refreshed) = mpsc::channel(4);
        for item in known.keys() {
            let task = refresh(Arc::clone(&self.prices), item, done.clone());
            self.tasks.push(tokio::spawn(task));
        }
        drop(done);
        let mut count = 0;
        while let Some(item) = refreshed.recv().await { //~ guard_held_across_park
            println!("{item} is up to date");
            count += 1;
        }
        count
    }
}

#[tokio::main]
async fn main() {
    let mut catalogue = Catalogue::new(&["tea", "milk", "sugar"]);
    println!("{} refreshed", catalogue.refresh_all().await);
    for task in catalogue.tasks {
        if let Err(err) = task.await {
            eprintln!("refresh: {err}");
        }
    }
}
