use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const TICK: Duration = Duration::from_millis(2);

pub enum Job {
    Thread(JoinHandle<()>, Arc<AtomicBool>),
    Process(Child),
}

pub fn counter(count: Arc<AtomicU32>) -> Job {
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

pub fn sleeper(seconds: &str) -> std::io::Result<Job> {
    Command::new("sleep").arg(seconds).stdin(Stdio::null()).spawn().map(Job::Process)
}

impl Job {
    fn is_running(&mut self) -> bool {
        match self {
            Job::Thread(handle, _) => !handle.is_finished(),
            Job::Process(child) => matches!(child.try_wait(), Ok(None)),
        }
    }

    pub fn ends_within(&mut self, limit: Duration) -> bool {
        let start = Instant::now();
        while self.is_running() {
            if start.elapsed() > limit {
                return false;
            }
            thread::sleep(TICK);
        }
        true
    }

    pub fn kill(&mut self) {
        match self {
            Job::Thread(_, stop) => stop.store(true, Ordering::Release),
            Job::Process(child) => {
                let _ = child.kill();
            }
        }
    }
}
