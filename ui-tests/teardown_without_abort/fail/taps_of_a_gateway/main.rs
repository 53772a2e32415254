//@ expect: teardown_without_abort
//@ effect: hang

//! A market-data gateway: feeds are run by threads of their own, dashboards subscribe to them.

mod feed;
mod gateway;

use std::thread;
use std::time::Duration;

use feed::FeedKind;
use gateway::Gateway;

fn main() {
    let mut gateway = Gateway::default();
    let bonds = gateway.open(FeedKind::Replay { rows: 1_000_000 });
    let rates = gateway.open(FeedKind::Constant(7));
    let ticks = gateway.subscribe(bonds).expect("just opened");
    let dashboard = thread::Builder::new()
        .name("dashboard".into())
        .spawn(move || {
            let mut last = 0;
            while let Ok(tick) = ticks.recv() {
                last = tick.price;
            }
            last > 0
        })
        .expect("spawn");
    thread::sleep(Duration::from_millis(80));
    gateway.close(bonds);
    gateway.close(rates);
    println!("dashboard saw prices: {:?}", dashboard.join().ok());
}
