//@ expect: recv_while_sender_held
//@ effect: hang
//! Who watches a key of a store goes on watching when the store is closed: what the watch keeps to unsubscribe by keeps its own sender.

mod bus;

use bus::Bus;

fn main() {
    let bus = Bus::default();
    let mut changes = bus.watch("users/");
    let audit = bus.watch("");
    bus.publish("users/7", "renamed");
    bus.publish("groups/1", "created");
    drop(audit);
    drop(bus);
    while let Some(change) = changes.wait() {
        println!("{change}");
    }
}
