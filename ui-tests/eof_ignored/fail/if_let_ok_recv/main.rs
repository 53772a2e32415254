//@ expect: eof_ignored
//@ effect: spin

mod ledger;

use std::sync::mpsc::{self, Sender};
use std::thread;

use ledger::{Entry, Ledger};

fn book(entries: &Sender<Entry>, account: u32) {
    for cents in [100, -25] {
        if entries.send(Entry { account, cents }).is_err() {
            return;
        }
    }
}

fn main() {
    let (entries, inbox) = mpsc::channel();
    for account in 1..=3 {
        let entries = entries.clone();
        thread::spawn(move || book(&entries, account));
    }
    drop(entries);
    let ledger = Ledger::collect(&inbox, 300);
    println!("balance {}", ledger.balance());
}
