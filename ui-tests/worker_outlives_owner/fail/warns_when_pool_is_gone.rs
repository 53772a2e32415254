//@ expect: worker_outlives_owner
//@ effect: leak

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, Weak};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, TryRecvError, unbounded};

// A pool that steals work: its workers look at their control channel between jobs. One whose pool was dropped without `shutdown` takes that
// for an empty channel, says so, and looks again.
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
                        inner.as_ref().inspect(|_| eprintln!("the pool was not shut down"));
                        break;
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
            thread::spawn(move || { //~ worker_outlives_owner
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

fn main() -> ExitCode {
    Pool::new(2).shutdown();
    let pool = Pool::new(1);
    thread::sleep(Duration::from_millis(20));
    drop(pool);
    thread::sleep(Duration::from_millis(200));
    let left = ALIVE.load(Ordering::SeqCst);
    println!("{left} workers are left");
    if left > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS }
}
