//@ expect: none
//@ effect: none

mod coordinator;
mod participant;

use coordinator::transact;

fn main() {
    println!("{:?}", transact(&[10, 20], 5));
    println!("{:?}", transact(&[10, 20], 15));
}
