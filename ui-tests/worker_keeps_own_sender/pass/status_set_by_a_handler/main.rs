//@ expect: none
//@ effect: none

//! An actor ends by a message that whoever wrote it handles: it sets the status of the context, which has a reference to the actor itself.

mod actor;
mod ledger;

use ledger::{Deposit, open};

fn main() {
    let (ledger, actor) = open();
    for amount in [20, 40, 80] {
        let _ = ledger.inbox.send(Box::new(Deposit(amount)));
    }
    println!("{}", actor.join().expect("the ledger"));
}
