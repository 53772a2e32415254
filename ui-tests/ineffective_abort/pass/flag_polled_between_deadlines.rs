//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Shared {
    pending: Mutex<Vec<String>>,
    added: Condvar,
    quit: AtomicBool,
}

struct Spooler {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<usize>>,
}

fn spool(shared: &Shared) -> usize {
    let mut spooled = 0;
    while !shared.quit.load(Ordering::Acquire) {
        let Ok(pending) = shared.pending.lock() else {
            break;
        };
        let waited = shared.added.wait_timeout_while(pending, Duration::from_millis(10), |list| list.is_empty());
        let Ok((mut pending, _)) = waited else {
            break;
        };
        for name in pending.drain(..) {
            println!("spooled {name}");
            spooled += 1;
        }
    }
    spooled
}

impl Spooler {
    fn start() -> Spooler {
        let shared = Arc::<Shared>::default();
        let theirs = shared.clone();
        let thread = Some(thread::spawn(move || spool(&theirs)));
        Spooler { shared, thread }
    }

    fn add(&self, name: &str) {
        if let Ok(mut pending) = self.shared.pending.lock() {
            pending.push(name.to_owned());
            self.shared.added.notify_one();
        }
    }

    fn stop(&mut self) -> Option<usize> {
        self.shared.quit.store(true, Ordering::Release);
        self.thread.take()?.join().ok()
    }
}

fn main() {
    let mut spooler = Spooler::start();
    spooler.add("report.ps");
    spooler.add("letter.ps");
    thread::sleep(Duration::from_millis(30));
    println!("{:?}", spooler.stop());
}
