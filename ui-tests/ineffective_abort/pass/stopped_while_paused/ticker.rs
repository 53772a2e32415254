use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Running,
    Paused,
    Stopped,
}

struct Control {
    mode: Mutex<Mode>,
    resumed: Condvar,
}

impl Control {
    fn mode(&self) -> MutexGuard<'_, Mode> {
        self.mode.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn set(&self, to: Mode) {
        *self.mode() = to;
    }
}

type Job = Box<dyn FnMut() + Send>;

#[derive(Default)]
pub struct TickerBuilder {
    every: Duration,
    jobs: Vec<(&'static str, Job)>,
}

impl TickerBuilder {
    pub fn every(mut self, every: Duration) -> Self {
        self.every = every;
        self
    }

    pub fn job(mut self, name: &'static str, job: impl FnMut() + Send + 'static) -> Self {
        self.jobs.push((name, Box::new(job)));
        self
    }

    pub fn start(self) -> Ticker {
        let control = Arc::new(Control { mode: Mutex::new(Mode::Running), resumed: Condvar::new() });
        let shared = Arc::clone(&control);
        let TickerBuilder { every, mut jobs } = self;
        let thread = thread::spawn(move || {
            let mut rounds = 0;
            loop {
                {
                    let mut mode = shared.mode();
                    while *mode == Mode::Paused {
                        mode = shared.resumed.wait(mode).unwrap();
                    }
                    if *mode == Mode::Stopped {
                        return rounds;
                    }
                }
                for (_, job) in &mut jobs {
                    job();
                }
                rounds += 1;
                thread::sleep(every);
            }
        });
        Ticker { control, thread }
    }
}

pub struct Ticker {
    control: Arc<Control>,
    thread: JoinHandle<u32>,
}

impl Ticker {
    pub fn pause(&self) {
        self.control.set(Mode::Paused);
    }

    pub fn resume(&self) {
        self.control.set(Mode::Running);
        self.control.resumed.notify_one();
    }

    pub fn stop(self) -> u32 {
        self.control.set(Mode::Stopped);
        self.control.resumed.notify_one();
        self.thread.join().unwrap_or(0)
    }
}
