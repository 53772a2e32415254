use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

struct Sample {
    sensor: u8,
    value: i32,
}

pub struct Collector {
    samples: Sender<Sample>,
    inbox: Receiver<Sample>,
    quiet: Duration,
}

impl Collector {
    pub fn new(quiet: Duration) -> Self {
        let (samples, inbox) = channel();
        Collector {
            samples,
            inbox,
            quiet,
        }
    }

    pub fn attach(&self, sensor: u8, values: &'static [i32]) {
        let samples = self.samples.clone();
        thread::spawn(move || {
            for &value in values {
                if samples.send(Sample { sensor, value }).is_err() {
                    break;
                }
                thread::sleep(Duration::from_millis(2));
            }
        });
    }

    pub fn collect(&self) -> Vec<(u8, i32)> {
        let started = Instant::now();
        let mut all = Vec::new();
        loop {
            match self.inbox.recv_timeout(self.quiet) {
                Ok(Sample { sensor, value }) => all.push((sensor, value)),
                Err(RecvTimeoutError::Timeout) => {
                    println!("quiet for {:?}", self.quiet);
                    break;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if started.elapsed() > Duration::from_secs(1) {
                break;
            }
        }
        all.sort_unstable();
        all
    }
}
