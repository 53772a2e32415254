//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::Duration;

enum Order {
    Bake { loaf: &'static str },
    Close,
}

struct Bakery {
    ovens: Vec<Sender<Order>>,
    license: Arc<()>,
}

fn bake(orders: &Receiver<Order>, _license: &Arc<()>) -> u32 {
    let mut baked = 0;
    loop {
        match orders.recv() {
            Ok(Order::Bake { loaf }) => {
                println!("baked {loaf}");
                baked += 1;
            }
            Ok(Order::Close) | Err(_) => return baked,
        }
    }
}

impl Bakery {
    fn open(ovens: usize) -> Bakery {
        let license = Arc::new(());
        let ovens = (0..ovens)
            .map(|_| {
                let (order, orders) = channel();
                let license = Arc::clone(&license);
                thread::spawn(move || bake(&orders, &license));
                order
            })
            .collect();
        Bakery { ovens, license }
    }

    fn order(&self, loaf: &'static str) -> bool {
        self.ovens.iter().all(|oven| oven.send(Order::Bake { loaf }).is_ok())
    }
}

impl Drop for Bakery {
    fn drop(&mut self) {
        for oven in &self.ovens {
            if oven.send(Order::Close).is_err() {
                eprintln!("an oven is cold already");
            }
        }
    }
}

fn morning() -> Weak<()> {
    let bakery = Bakery::open(2);
    println!("{}", bakery.order("rye"));
    Arc::downgrade(&bakery.license)
}

fn main() {
    let license = morning();
    thread::sleep(Duration::from_millis(60));
    println!("{} ovens burn", license.strong_count());
}
