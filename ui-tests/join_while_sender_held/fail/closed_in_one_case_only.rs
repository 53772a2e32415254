//@ expect: join_while_sender_held
//@ effect: hang

//! A pool that can be closed when it is idle. While jobs are open it refuses and says how many, and keeps its queue; the
//! maintenance task takes the refusal for good and waits for the threads.

use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Job = Box<dyn FnOnce() -> u64 + Send>;

#[derive(Debug)]
struct Busy {
    open: usize,
}

impl fmt::Display for Busy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} jobs are open", self.open)
    }
}

impl std::error::Error for Busy {}

struct Pool {
    jobs: Option<Sender<Job>>,
    open: Arc<AtomicUsize>,
    threads: Vec<JoinHandle<u64>>,
}

impl Pool {
    fn new(size: usize) -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        let queue = Arc::new(Mutex::new(queue));
        let open = Arc::new(AtomicUsize::new(0));
        let threads = (0..size)
            .map(|_| {
                let (queue, open) = (Arc::clone(&queue), Arc::clone(&open));
                thread::spawn(move || work(&queue, &open))
            })
            .collect();
        Self { jobs: Some(jobs), open, threads }
    }

    fn run(&self, job: impl FnOnce() -> u64 + Send + 'static) {
        if let Some(jobs) = &self.jobs {
            self.open.fetch_add(1, Ordering::SeqCst);
            let _ = jobs.send(Box::new(job));
        }
    }

    /// Takes no more jobs.
    ///
    /// # Errors
    ///
    /// If jobs are open; then it goes on.
    fn close(&mut self) -> Result<(), Busy> {
        let open = self.open.load(Ordering::SeqCst);
        if open > 0 {
            return Err(Busy { open });
        }
        self.jobs = None;
        Ok(())
    }

    fn wait(&mut self) -> u64 {
        self.threads.drain(..).map(|thread| thread.join().unwrap_or(0)).sum() //~ join_while_sender_held
    }
}

fn work(queue: &Mutex<Receiver<Job>>, open: &AtomicUsize) -> u64 {
    let mut sum = 0;
    loop {
        let next = match queue.lock() {
            Ok(queue) => queue.recv(),
            Err(_) => return sum,
        };
        let Ok(job) = next else { return sum };
        sum += job();
        open.fetch_sub(1, Ordering::SeqCst);
    }
}

fn main() {
    let mut pool = Pool::new(2);
    for id in 1..=4u64 {
        pool.run(move || {
            thread::sleep(Duration::from_millis(40));
            id * id
        });
    }
    if let Err(busy) = pool.close() {
        eprintln!("{busy}, waiting for them");
    }
    println!("sum of squares: {}", pool.wait());
}
