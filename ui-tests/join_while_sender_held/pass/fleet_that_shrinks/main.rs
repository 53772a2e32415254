//! Senders and handles lie in two lists, which are cut short at the same place: those that are joined have lost their senders.
//@ expect: none
//@ effect: none

mod fleet;

use fleet::Fleet;

fn main() {
    let mut fleet = Fleet::default();
    fleet.grow(8);
    for kilos in 1..=40 {
        fleet.load(kilos);
    }
    println!("shrink: {}", fleet.shrink(6));
    println!("halve: {}", fleet.halve());
    println!("pop: {:?}", fleet.pop());
    println!("swap: {:?} {:?}", fleet.swap_out(0), fleet.swap_out(5));
    fleet.grow(2);
    fleet.load(100);
}
