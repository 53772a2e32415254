use std::collections::HashMap;
use std::sync::Arc;

use must_abort::aborts;

use crate::ticket::{Ticket, Turnstile};

#[derive(Default)]
pub struct Hall {
    tickets: HashMap<u32, Ticket>,
}

#[aborts(ticket)]
fn leave(ticket: Ticket) -> u32 {
    let seat = ticket.seat;
    ticket.release();
    seat
}

impl Hall {
    pub fn enter(&mut self, seat: u32, turnstile: &Arc<Turnstile>) {
        let ticket = Ticket {
            turnstile: Arc::clone(turnstile),
            seat,
        };
        if let Some(before) = self.tickets.insert(seat, ticket) {
            before.release();
        }
    }

    pub fn leave(&mut self, seat: u32) -> Option<u32> {
        self.tickets.remove(&seat).map(leave)
    }

    pub fn close(mut self) {
        for (seat, ticket) in self.tickets.drain() {
            println!("seat {seat} sent home");
            ticket.release();
        }
    }
}
