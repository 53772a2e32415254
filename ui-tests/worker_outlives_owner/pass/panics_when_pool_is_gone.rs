//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, TryRecvError, unbounded};

// A pool that steals work: its workers look at their control channel between jobs. One whose pool was dropped without `shutdown` says so by
// a panic, which ends it.
static ALIVE: AtomicUsize = AtomicUsize::new(0);

enum Control {
    Stop,
}

struct Core {
    workers: BTreeMap<usize, Sender<Control>>,
}

struct Inner {
    core: Mutex<Core>,
    jobs: AtomicUsize,
}

pub struct Pool {
    inner: Arc<Inner>,
}

struct Worker {
    inner: Weak<Inner>,
    control: Receiver<Control>,
}

impl Worker {
    fn run(&mut self) {
        'main: loop {
            let inner = self.inner.upgrade();
            loop {
                match self.control.try_recv() {
                    Ok(Control::Stop) => break 'main,
                    Err(TryRecvError::Empty) => break,
                    Err(TryRecvError::Disconnected) => {
                        ALIVE.fetch_sub(1, Ordering::SeqCst);
                        panic!("the pool was not shut down");
                    }
                }
            }
            if let Some(inner) = inner {
                inner.jobs.fetch_add(1, Ordering::Relaxed);
            }
            thread::sleep(Duration::from_millis(5));
        }
        ALIVE.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Pool {
    pub fn new(threads: usize) -> Pool {
        let inner = Arc::new(Inner { core: Mutex::new(Core { workers: BTreeMap::new() }), jobs: AtomicUsize::new(0) });
        for id in 0..threads {
            let (tx, rx) = unbounded();
            inner.core.lock().unwrap().workers.insert(id, tx);
            let weak = Arc::downgrade(&inner);
            ALIVE.fetch_add(1, Ordering::SeqCst);
            thread::spawn(move || {
                let mut worker = Worker { inner: weak, control: rx };
                worker.run()
            });
        }
        Pool { inner }
    }

    pub fn shutdown(self) {
        for worker in self.inner.core.lock().unwrap().workers.values() {
            let _ = worker.send(Control::Stop);
        }
    }
}

fn main() {
    Pool::new(2).shutdown();
    let pool = Pool::new(1);
    thread::sleep(Duration::from_millis(20));
    drop(pool);
    thread::sleep(Duration::from_millis(200));
    println!("{} workers are left", ALIVE.load(Ordering::SeqCst));
}
