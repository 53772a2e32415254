//@ expect: none
//@ effect: none

mod events;
mod router;
mod set;

use std::collections::BTreeMap;
use std::thread;

use router::{Router, route};
use set::ReceiverSet;

fn main() {
    let mut router = Router { set: ReceiverSet::default(), handlers: BTreeMap::new() };
    let (left, right) = (route(&mut router, "left"), route(&mut router, "right"));
    let running = thread::spawn(move || router.run());
    let _ = left.send("hello".to_owned());
    drop(left);
    let _ = right.send("bye".to_owned());
    drop(right);
    println!("{} handled", running.join().unwrap_or_default());
}
