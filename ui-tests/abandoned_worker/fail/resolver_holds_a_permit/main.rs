//@ expect: abandoned_worker
//@ effect: leak

mod resolver;

use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use resolver::Resolver;

fn main() {
    let resolver = Resolver { permits: Arc::new(Mutex::new(2)) };
    println!("{:?}", resolver.resolve("db.local", Duration::from_secs(1)));
    println!("{:?}", resolver.resolve("cache.slow", Duration::from_millis(50)));
    thread::sleep(Duration::from_millis(100));
    let free = *resolver.permits.lock().unwrap();
    println!("{free} permits free");
    if free < 2 {
        std::process::exit(3);
    }
}
