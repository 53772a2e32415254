use std::sync::mpsc::Receiver;

use crate::ledger::{Ledger, LedgerRef};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Starting,
    Running,
    Stopping,
}

pub type Envelope = Box<dyn Handler + Send>;

pub trait Handler {
    fn handle(&mut self, ledger: &mut Ledger, context: &mut Context);
}

pub struct Context {
    status: Status,
    pub own: LedgerRef,
}

impl Context {
    pub fn stop(&mut self) {
        self.status = Status::Stopping;
    }
}

pub fn run(mut ledger: Ledger, inbox: Receiver<Envelope>, own: LedgerRef) -> u64 {
    let mut context = Context { status: Status::Starting, own };
    context.status = Status::Running;
    while let Ok(mut message) = inbox.recv() {
        message.handle(&mut ledger, &mut context);
        if context.status == Status::Stopping {
            break;
        }
    }
    ledger.total
}
