//@ expect: none
//@ effect: none

use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

type Job = Box<dyn FnOnce() -> usize + Send>;

struct Crew {
    jobs: Sender<Job>,
    present: Arc<AtomicUsize>,
}

struct Hand {
    jobs: Receiver<Job>,
    present: Arc<AtomicUsize>,
}

impl Hand {
    fn work(self) {
        self.present.fetch_add(1, Ordering::SeqCst);
        while let Ok(job) = self.jobs.recv() {
            let outcome = panic::catch_unwind(AssertUnwindSafe(job));
            if outcome.is_err() {
                eprintln!("a job panicked");
            }
        }
        self.present.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Crew {
    fn hire(size: usize) -> Crew {
        let (jobs, inbox) = unbounded();
        let present = Arc::new(AtomicUsize::new(0));
        for _ in 0..size {
            let hand = Hand { jobs: inbox.clone(), present: Arc::clone(&present) };
            thread::spawn(move || hand.work());
        }
        Crew { jobs, present }
    }
}

fn shift() -> Arc<AtomicUsize> {
    let crew = Crew::hire(2);
    for size in [3, 4] {
        let queued = crew.jobs.send(Box::new(move || size * size));
        println!("queued: {}", queued.is_ok());
    }
    thread::sleep(Duration::from_millis(30));
    crew.present
}

fn main() -> ExitCode {
    let present = shift();
    thread::sleep(Duration::from_millis(60));
    match present.load(Ordering::SeqCst) {
        0 => ExitCode::SUCCESS,
        left => {
            println!("{left} hands still wait");
            ExitCode::from(3)
        }
    }
}
