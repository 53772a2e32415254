//@ expect: unmet_contract
//@ effect: none

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Inner {
    items: Vec<u32>,
    closed: bool,
}

#[derive(Clone, Default)]
struct Shared(Arc<(Mutex<Inner>, Condvar)>);

#[must_abort(close)]
pub struct Producer {
    shared: Shared,
    paused: bool,
}

pub struct Consumer {
    shared: Shared,
}

impl Producer {
    pub fn push(&mut self, item: u32) {
        self.shared.0.0.lock().unwrap().items.push(item);
        self.shared.0.1.notify_one();
    }

    /// Ends the stream; the consumer sees what is left, and then the end.
    #[aborts(self)]
    pub fn close(&mut self) {
        if self.paused {
            return; //~ unmet_contract
        }
        self.shared.0.0.lock().unwrap().closed = true;
        self.shared.0.1.notify_all();
    }
}

impl Consumer {
    fn drain(&self) -> u32 {
        let mut sum = 0;
        let mut inner = self.shared.0.0.lock().unwrap();
        loop {
            sum += inner.items.drain(..).sum::<u32>();
            if inner.closed {
                return sum;
            }
            inner = self.shared.0.1.wait(inner).unwrap();
        }
    }
}

/// Looks after a while whether the consumer is done, and ends the program in any case.
fn watchdog() {
    thread::spawn(|| {
        thread::sleep(Duration::from_millis(300));
        println!("the consumer still waits");
        std::process::exit(0);
    });
}

fn main() {
    watchdog();
    let shared = Shared::default();
    let mut producer = Producer { shared: shared.clone(), paused: false };
    let consumer = Consumer { shared };
    let thread = thread::spawn(move || consumer.drain());
    producer.push(3);
    producer.push(4);
    producer.paused = true;
    producer.close();
    println!("{}", thread.join().unwrap());
}
