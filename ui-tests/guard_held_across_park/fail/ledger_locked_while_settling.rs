//@ expect: guard_held_across_park
//@ effect: hang

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct Ledger {
    entries: VecDeque<(u32, i64)>,
    balance: i64,
}

enum Order {
    Settle { account: u32, done: Sender<i64> },
    Quit,
}

struct Bank {
    ledger: Arc<Mutex<Ledger>>,
    orders: Sender<Order>,
    clerk: Option<JoinHandle<()>>,
}

impl Bank {
    fn open() -> Bank {
        let ledger = Arc::new(Mutex::new(Ledger::default()));
        let (orders, inbox) = mpsc::channel();
        let books = Arc::clone(&ledger);
        Bank { ledger, orders, clerk: Some(thread::spawn(move || clerk(&inbox, &books))) }
    }

    fn record(&self, account: u32, amount: i64) {
        let mut ledger = self.ledger.lock().unwrap();
        ledger.entries.push_back((account, amount));
    }

    fn settle(&self, account: u32) -> Option<i64> {
        let mut ledger = self.ledger.lock().unwrap();
        let (done, settled) = mpsc::channel();
        self.orders.send(Order::Settle { account, done }).ok()?;
        let amount = settled.recv().ok()?; //~ guard_held_across_park
        ledger.balance += amount;
        Some(ledger.balance)
    }
}

impl Drop for Bank {
    fn drop(&mut self) {
        let _ = self.orders.send(Order::Quit);
        if let Some(clerk) = self.clerk.take() {
            let _ = clerk.join();
        }
    }
}

fn clerk(inbox: &Receiver<Order>, books: &Mutex<Ledger>) {
    for order in inbox {
        match order {
            Order::Settle { account, done } => {
                let mut ledger = match books.lock() {
                    Ok(ledger) => ledger,
                    Err(poisoned) => poisoned.into_inner(),
                };
                let (mine, rest): (VecDeque<_>, VecDeque<_>) = ledger.entries.drain(..).partition(|(owner, _)| *owner == account);
                ledger.entries = rest;
                let _ = done.send(mine.iter().map(|(_, amount)| amount).sum());
            }
            Order::Quit => return,
        }
    }
}

fn main() {
    let bank = Bank::open();
    bank.record(1, 250);
    bank.record(2, 40);
    bank.record(1, -50);
    println!("{:?}", bank.settle(1));
    println!("{:?}", bank.settle(2));
}
