//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::{Arc, Mutex, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Gauge {
    history: Mutex<Vec<f64>>,
}

struct Sampler {
    gauge: Arc<Gauge>,
    thread: JoinHandle<()>,
}

fn load(step: u32) -> f64 {
    f64::from(step % 10) / 10.0
}

impl Gauge {
    fn push(&self, value: f64) {
        if let Ok(mut history) = self.history.lock() {
            history.push(value);
            if history.len() > 100 {
                history.remove(0);
            }
        }
    }
}

impl Sampler {
    fn start(period: Duration) -> Sampler {
        let gauge = Arc::new(Gauge::default());
        let weak = Arc::downgrade(&gauge);
        let thread = thread::spawn(move || {
            for step in 0.. {
                let Some(gauge) = weak.upgrade() else {
                    return;
                };
                gauge.push(load(step));
                drop(gauge);
                thread::sleep(period);
            }
        });
        Sampler { gauge, thread }
    }

    fn mean(&self) -> Option<f64> {
        let history = self.gauge.history.lock().ok()?;
        Some(history.iter().sum::<f64>() / history.len().max(1) as f64)
    }
}

fn measure() -> Weak<Gauge> {
    let sampler = Sampler::start(Duration::from_millis(2));
    thread::sleep(Duration::from_millis(30));
    println!("plausible: {:?}", sampler.mean().map(|mean| mean < 1.0));
    println!("sampling: {}", !sampler.thread.is_finished());
    Arc::downgrade(&sampler.gauge)
}

fn main() -> ExitCode {
    let gauge = measure();
    thread::sleep(Duration::from_millis(60));
    match gauge.strong_count() {
        0 => ExitCode::SUCCESS,
        _ => {
            println!("the sampler lives on");
            ExitCode::from(3)
        }
    }
}
