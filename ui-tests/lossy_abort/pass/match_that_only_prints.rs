//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

#[derive(Debug)]
enum Job {
    Resize { width: u32, height: u32 },
    Quit,
}

struct Thumbnails {
    jobs: flume::Sender<Job>,
    done: Arc<AtomicU32>,
}

fn resize(jobs: flume::Receiver<Job>, done: &AtomicU32) {
    for job in jobs.iter() {
        let Job::Resize { width, height } = job else {
            return;
        };
        thread::sleep(Duration::from_millis(u64::from(width.max(height))));
        done.fetch_add(1, Ordering::Relaxed);
    }
}

impl Thumbnails {
    fn start() -> Thumbnails {
        let (jobs, queue) = flume::bounded(2);
        let done = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&done);
        thread::spawn(move || resize(queue, &counter));
        Thumbnails { jobs, done }
    }

    fn push(&self, width: u32, height: u32) -> bool {
        self.jobs.send(Job::Resize { width, height }).is_ok()
    }

    fn quit(&self) {
        match self.jobs.try_send(Job::Quit) {
            Ok(()) => println!("quitting"),
            Err(flume::TrySendError::Full(quit)) => {
                println!("busy");
                let _ = self.jobs.send(quit);
            }
            Err(flume::TrySendError::Disconnected(_)) => println!("gone"),
        }
    }
}

fn main() -> ExitCode {
    let thumbnails = Thumbnails::start();
    for size in 10..15 {
        if !thumbnails.push(size, 8) {
            eprintln!("no worker");
        }
    }
    thumbnails.quit();
    thread::sleep(Duration::from_millis(200));
    println!("made some: {}", thumbnails.done.load(Ordering::Relaxed) > 0);
    if thumbnails.jobs.is_disconnected() {
        return ExitCode::SUCCESS;
    }
    println!("it still runs");
    ExitCode::from(3)
}
