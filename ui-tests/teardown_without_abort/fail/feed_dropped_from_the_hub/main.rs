//@ expect: teardown_without_abort
//@ effect: hang

mod hub;
mod queue;

use std::collections::HashMap;
use std::sync::mpsc;

use hub::{Hub, Topic};

fn main() {
    let (log, lines) = mpsc::channel();
    let mut hub = Hub { feeds: HashMap::new(), log };
    hub.subscribe(Topic(7));
    hub.publish(Topic(7), "opened");
    println!("unsubscribed: {}", hub.unsubscribe(Topic(7)));
    drop(hub);
    for line in lines {
        println!("{line}");
    }
}
