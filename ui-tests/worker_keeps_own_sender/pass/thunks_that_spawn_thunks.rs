//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

type Thunk = Box<dyn FnOnce(&Spawner) + Send>;

#[derive(Clone)]
struct Spawner {
    thunks: Sender<Thunk>,
}

impl Spawner {
    fn spawn(&self, work: impl FnOnce(&Spawner) + Send + 'static) {
        let _ = self.thunks.send(Box::new(work));
    }
}

struct Alive(Arc<AtomicUsize>);

impl Drop for Alive {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn start(threads: usize, alive: &Arc<AtomicUsize>) -> Spawner {
    let (thunks, queue) = mpsc::channel::<Thunk>();
    let queue = Arc::new(Mutex::new(queue));
    let spawner = Spawner { thunks };
    for _ in 0..threads {
        alive.fetch_add(1, Ordering::SeqCst);
        let guard = Alive(Arc::clone(alive));
        let queue = Arc::clone(&queue);
        thread::spawn(move || {
            let _guard = guard;
            loop {
                let thunk = match queue.lock().unwrap().recv() {
                    Ok(thunk) => thunk,
                    Err(_) => break,
                };
                thunk(&Spawner { thunks: mpsc::channel().0 });
            }
        });
    }
    spawner
}

fn main() {
    let alive = Arc::new(AtomicUsize::new(0));
    let count = Arc::new(AtomicUsize::new(0));
    let pool = start(2, &alive);
    for n in 0..4 {
        let count = Arc::clone(&count);
        pool.spawn(move |pool| {
            count.fetch_add(1, Ordering::SeqCst);
            if n == 3 {
                pool.spawn(|_| println!("one more"));
            }
        });
    }
    drop(pool);
    let started = Instant::now();
    while alive.load(Ordering::SeqCst) > 0 && started.elapsed() < Duration::from_secs(1) {
        thread::sleep(Duration::from_millis(10));
    }
    println!("{} jobs", count.load(Ordering::SeqCst));
    if alive.load(Ordering::SeqCst) > 0 {
        std::process::exit(3);
    }
}
