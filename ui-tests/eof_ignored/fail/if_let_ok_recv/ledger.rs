use std::collections::HashMap;
use std::sync::mpsc::Receiver;

pub struct Entry {
    pub account: u32,
    pub cents: i64,
}

#[derive(Default)]
pub struct Ledger {
    accounts: HashMap<u32, i64>,
}

impl Ledger {
    pub fn collect(inbox: &Receiver<Entry>, goal: i64) -> Ledger {
        let mut ledger = Ledger::default();
        loop {
            if let Ok(entry) = inbox.recv() { //~ eof_ignored
                *ledger.accounts.entry(entry.account).or_default() += entry.cents;
            }
            if ledger.balance() > goal {
                println!("goal reached");
                return ledger;
            }
        }
    }

    pub fn balance(&self) -> i64 {
        self.accounts.values().sum()
    }
}
