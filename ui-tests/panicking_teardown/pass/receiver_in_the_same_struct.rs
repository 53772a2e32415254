//@ expect: none
//@ effect: none

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded};

// A pool of permits: what is taken out in `acquire` is put back by the permit's drop, and the pool keeps both ends.
struct Permits {
    give: Sender<u32>,
    take: Receiver<u32>,
}

struct Permit<'a> {
    number: u32,
    permits: &'a Permits,
}

impl Permits {
    fn new(count: u32) -> Permits {
        let (give, take) = bounded(8);
        for number in 0..count {
            if give.try_send(number).is_err() {
                break;
            }
        }
        Permits { give, take }
    }

    fn acquire(&self) -> Option<Permit<'_>> {
        let number = self.take.recv_timeout(Duration::from_millis(500)).ok()?;
        Some(Permit { number, permits: self })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.permits.give.send(self.number).unwrap();
    }
}

fn main() {
    let permits = Permits::new(2);
    thread::scope(|scope| {
        for worker in 0..4 {
            let permits = &permits;
            scope.spawn(move || {
                let permit = permits.acquire();
                println!("worker {} has a permit: {}", worker % 1, permit.is_some());
                thread::sleep(Duration::from_millis(5));
            });
        }
    });
    println!("{} permits left", permits.take.len());
}
