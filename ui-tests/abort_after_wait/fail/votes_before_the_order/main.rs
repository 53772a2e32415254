//@ expect: abort_after_wait
//@ effect: hang

mod coordinator;
mod participant;

use coordinator::transact;

fn main() {
    println!("{:?}", transact(&[10, 20], 5));
    println!("{:?}", transact(&[10, 20], 15));
}
