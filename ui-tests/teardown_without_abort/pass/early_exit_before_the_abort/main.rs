//@ expect: none
//@ effect: none

mod hub;
mod queue;

use std::collections::HashMap;
use std::sync::mpsc;
use std::thread;

use hub::{Hub, Topic};

fn main() {
    let (log, lines) = mpsc::channel();
    let printer = thread::spawn(move || {
        for line in lines {
            println!("{line}");
        }
    });
    let mut hub = Hub { feeds: HashMap::new(), log };
    hub.subscribe(Topic(7));
    hub.publish(Topic(7), "opened");
    println!("unsubscribed: {:?}", hub.unsubscribe(Topic(7)));
    drop(hub);
    printer.join().unwrap();
}
