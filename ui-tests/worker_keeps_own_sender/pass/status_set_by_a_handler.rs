//@ expect: none
//@ effect: none

//! An actor ends by a message that whoever wrote it handles: it sets the status of the context, which has a reference to the actor itself.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Starting,
    Running,
    Stopping,
}

type Envelope = Box<dyn Handler + Send>;

trait Handler {
    fn handle(&mut self, ledger: &mut Ledger, context: &mut Context);
}

#[derive(Default)]
struct Ledger {
    total: u64,
}

#[derive(Clone)]
struct LedgerRef {
    inbox: Sender<Envelope>,
}

struct Context {
    status: Status,
    own: LedgerRef,
}

impl Context {
    fn stop(&mut self) {
        self.status = Status::Stopping;
    }
}

struct Deposit(u64);

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

fn run(mut ledger: Ledger, inbox: Receiver<Envelope>, own: LedgerRef) -> u64 {
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

fn open() -> (LedgerRef, thread::JoinHandle<u64>) {
    let (inbox, messages) = channel();
    let ledger = LedgerRef { inbox };
    let own = ledger.clone();
    let actor = thread::spawn(move || run(Ledger::default(), messages, own));
    (ledger, actor)
}

fn main() {
    let (ledger, actor) = open();
    for amount in [20, 40, 80] {
        let _ = ledger.inbox.send(Box::new(Deposit(amount)));
    }
    println!("{}", actor.join().expect("the ledger"));
}
