//@ expect: dropped_without_abort
//@ effect: hang

mod transaction;

use std::thread;

use transaction::{Outcome, Transaction, begin};

fn apply(mut transaction: Transaction, edits: &[&str]) -> Option<usize> {
    for edit in edits {
        if edit.starts_with("drop ") {
            eprintln!("refused: {edit}");
            return None; //~ dropped_without_abort
        }
        transaction.change(edit);
    }
    println!("{} edits", transaction.len());
    Some(transaction.commit())
}

fn main() {
    for edits in [&["insert 1", "insert 2"][..], &["insert 3", "drop all"]] {
        let (transaction, watcher) = begin();
        let replica = thread::spawn(move || watcher.outcome());
        println!("applied: {:?}", apply(transaction, edits));
        match replica.join() {
            Ok(Outcome::Committed) => println!("replica: keep"),
            Ok(Outcome::RolledBack) => println!("replica: forget"),
            Err(_) => eprintln!("replica panicked"),
        }
    }
}
