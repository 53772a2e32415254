//@ expect: unmet_contract
//@ effect: none

mod channel;

use std::thread;
use std::time::Duration;

use channel::{Consumer, Producer, Shared};

/// Looks after a while whether the consumer is done, and ends the program in any case.
fn watchdog() {
    thread::spawn(|| {
        thread::sleep(Duration::from_millis(300));
        println!("the consumer still waits");
        std::process::exit(0);
    });
}

fn main() {
    watchdog();
    let shared = Shared::default();
    let mut producer = Producer { shared: shared.clone(), paused: false };
    let consumer = Consumer { shared };
    let thread = thread::spawn(move || consumer.drain());
    producer.push(3);
    producer.push(4);
    producer.paused = true;
    producer.close();
    println!("{}", thread.join().unwrap());
}
