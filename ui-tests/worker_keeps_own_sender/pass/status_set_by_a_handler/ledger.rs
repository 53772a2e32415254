use std::sync::mpsc::{Sender, channel};
use std::thread;

use crate::actor::{Context, Envelope, Handler, run};

#[derive(Default)]
pub struct Ledger {
    pub total: u64,
}

#[derive(Clone)]
pub struct LedgerRef {
    pub inbox: Sender<Envelope>,
}

pub struct Deposit(pub u64);

impl Handler for Deposit {
    fn handle(&mut self, ledger: &mut Ledger, context: &mut Context) {
        ledger.total += self.0;
        if ledger.total > 100 {
            let _ = context.own.inbox.send(Box::new(Close));
        }
    }
}

struct Close;

impl Handler for Close {
    fn handle(&mut self, _: &mut Ledger, context: &mut Context) {
        context.stop();
    }
}

pub fn open() -> (LedgerRef, thread::JoinHandle<u64>) {
    let (inbox, messages) = channel();
    let ledger = LedgerRef { inbox };
    let own = ledger.clone();
    let actor = thread::spawn(move || run(Ledger::default(), messages, own));
    (ledger, actor)
}
