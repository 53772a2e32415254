//@ expect: none
//@ effect: none

mod hall;
mod ticket;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use hall::Hall;
use ticket::Turnstile;

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
