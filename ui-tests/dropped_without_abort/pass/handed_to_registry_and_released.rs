//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Turnstile {
    free: Mutex<bool>,
    changed: Condvar,
}

#[must_abort(release)]
struct Ticket {
    turnstile: Arc<Turnstile>,
    seat: u32,
}

impl Ticket {
    fn release(self) {
        *self.turnstile.free.lock().unwrap() = true;
        self.turnstile.changed.notify_all();
    }
}

#[derive(Default)]
struct Hall {
    tickets: HashMap<u32, Ticket>,
}

#[aborts(ticket)]
fn leave(ticket: Ticket) -> u32 {
    let seat = ticket.seat;
    ticket.release();
    seat
}

impl Hall {
    fn enter(&mut self, seat: u32, turnstile: &Arc<Turnstile>) {
        let ticket = Ticket {
            turnstile: Arc::clone(turnstile),
            seat,
        };
        if let Some(before) = self.tickets.insert(seat, ticket) {
            before.release();
        }
    }

    fn leave(&mut self, seat: u32) -> Option<u32> {
        self.tickets.remove(&seat).map(leave)
    }

    fn close(mut self) {
        for (seat, ticket) in self.tickets.drain() {
            println!("seat {seat} sent home");
            ticket.release();
        }
    }
}

fn main() {
    let turnstiles: Vec<_> = (0..2).map(|_| Arc::new(Turnstile::default())).collect();
    let mut hall = Hall::default();
    for (turnstile, seat) in turnstiles.iter().zip([11, 12]) {
        hall.enter(seat, turnstile);
    }
    let guards: Vec<_> = turnstiles
        .into_iter()
        .map(|turnstile| {
            thread::spawn(move || {
                let mut free = turnstile.free.lock().unwrap();
                while !*free {
                    free = turnstile.changed.wait(free).unwrap();
                }
            })
        })
        .collect();
    thread::sleep(Duration::from_millis(10));
    println!("left: {:?}", hall.leave(11));
    hall.close();
    let seen = guards.into_iter().filter_map(|guard| guard.join().ok());
    println!("{} guards went home", seen.count());
}
