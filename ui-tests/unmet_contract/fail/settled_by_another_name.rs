//@ expect: unmet_contract
//@ effect: none

use std::sync::mpsc::{Sender, channel};
use std::thread;

mod ticket {
    use super::*;
    use must_abort::must_abort;

    pub enum Verdict {
        Granted(u32),
        Refused,
    }

    /// A ticket is settled once.
    #[must_abort(grant, reject)] //~ unmet_contract
    pub struct Ticket {
        pub(super) verdict: Sender<Verdict>,
    }

    impl Ticket {
        pub fn grant(self, seat: u32) {
            let _ = self.verdict.send(Verdict::Granted(seat));
        }

        pub fn refuse(self) {
            let _ = self.verdict.send(Verdict::Refused);
        }
    }
}
use ticket::{Ticket, Verdict};

fn decide(ticket: Ticket, seat: Option<u32>) {
    match seat {
        Some(seat) => ticket.grant(seat),
        None => ticket.refuse(),
    }
}

fn main() {
    for seat in [Some(4), None] {
        let (verdict, answer) = channel();
        let ticket = Ticket { verdict };
        thread::spawn(move || decide(ticket, seat));
        match answer.recv() {
            Ok(Verdict::Granted(seat)) => println!("seat {seat}"),
            Ok(Verdict::Refused) => println!("refused"),
            Err(_) => println!("lost"),
        }
    }
}
