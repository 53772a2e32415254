//@ expect: none
//@ effect: none

mod job;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use job::{Job, counter, sleeper};

fn finish(mut job: Job) -> bool {
    let ended = job.ends_within(Duration::from_millis(30));
    if !ended {
        job.kill();
        println!("a job is late, and ends now: {}", job.ends_within(Duration::from_millis(30)));
    }
    ended
}

fn main() -> ExitCode {
    let count = Arc::new(AtomicU32::new(0));
    let counter = counter(Arc::clone(&count));
    match sleeper("0") {
        Ok(sleeper) => println!("sleeper: {}", finish(sleeper)),
        Err(error) => println!("sleeper: {error}"),
    }
    println!("counter: {}", finish(counter));
    let before = count.load(Ordering::Relaxed);
    thread::sleep(Duration::from_millis(50));
    if count.load(Ordering::Relaxed) > before { ExitCode::from(3) } else { ExitCode::SUCCESS }
}
