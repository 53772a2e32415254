//@ expect: guard_held_across_park
//@ effect: hang

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

#[derive(Default)]
struct Inventory {
    stock: HashMap<&'static str, u32>,
    log: Vec<String>,
}

#[derive(Clone, Default)]
struct Shop {
    inventory: Arc<Mutex<Inventory>>,
}

impl Shop {
    fn deliver(&self, item: &'static str, count: u32) {
        let mut inventory = self.inventory.lock().unwrap_or_else(PoisonError::into_inner);
        *inventory.stock.entry(item).or_default() += count;
        inventory.log.push(format!("{count} x {item}"));
    }

    fn restock(&self, orders: &[(&'static str, u32)]) -> u32 {
        let inventory = self.inventory.lock().unwrap_or_else(PoisonError::into_inner);
        let before: u32 = inventory.stock.values().sum();
        let mut vans = Vec::new();
        for &(item, count) in orders {
            let shop = self.clone();
            vans.push(thread::spawn(move || shop.deliver(item, count)));
        }
        for van in vans {
            if van.join().is_err() { //~ guard_held_across_park
                eprintln!("a van broke down");
            }
        }
        println!("{} deliveries logged", inventory.log.len());
        before
    }
}

fn main() {
    let shop = Shop::default();
    shop.deliver("tea", 4);
    println!("{} before", shop.restock(&[("tea", 2), ("milk", 6)]));
}
