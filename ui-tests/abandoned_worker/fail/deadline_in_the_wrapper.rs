//@ expect: abandoned_worker
//@ effect: leak

use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const TICK: Duration = Duration::from_millis(2);

enum Job {
    Thread(JoinHandle<()>, Arc<AtomicBool>),
    Process(Child),
}

fn counter(count: Arc<AtomicU32>) -> Job {
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = Arc::clone(&stop);
    let handle = thread::spawn(move || {
        while !stopped.load(Ordering::Acquire) {
            count.fetch_add(1, Ordering::Relaxed);
            thread::sleep(TICK);
        }
    });
    Job::Thread(handle, stop)
}

fn sleeper(seconds: &str) -> std::io::Result<Job> {
    Command::new("sleep").arg(seconds).stdin(Stdio::null()).spawn().map(Job::Process)
}

impl Job {
    fn is_running(&mut self) -> bool {
        match self {
            Job::Thread(handle, _) => !handle.is_finished(),
            Job::Process(child) => matches!(child.try_wait(), Ok(None)),
        }
    }

    fn ends_within(&mut self, limit: Duration) -> bool {
        let start = Instant::now();
        while self.is_running() { //~ abandoned_worker
            if start.elapsed() > limit {
                return false;
            }
            thread::sleep(TICK);
        }
        true
    }
}

fn finish(mut job: Job) -> bool {
    let ended = job.ends_within(Duration::from_millis(30));
    if !ended {
        println!("a job is late");
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
