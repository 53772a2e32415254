//@ expect: none
//@ effect: none
//! Who watches a key of a store is told when the store is closed: its end takes the senders out of what the watches keep.

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
