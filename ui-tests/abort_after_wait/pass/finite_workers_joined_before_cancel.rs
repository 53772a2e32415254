//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

struct Build {
    finished: Arc<AtomicUsize>,
    cancelled: Arc<AtomicBool>,
    steps: usize,
}

fn compile(unit: usize, cancelled: &AtomicBool) -> Result<usize, usize> {
    let mut objects = 0;
    for _ in 0..unit {
        if cancelled.load(Ordering::Relaxed) {
            return Err(unit);
        }
        thread::sleep(Duration::from_millis(2));
        objects += 1;
    }
    Ok(objects)
}

impl Build {
    fn run(&self) -> Result<usize, usize> {
        let mut units = Vec::new();
        for unit in 1..=self.steps {
            let (finished, cancelled) = (self.finished.clone(), self.cancelled.clone());
            units.push(thread::spawn(move || {
                let objects = compile(unit, &cancelled);
                finished.fetch_add(1, Ordering::Relaxed);
                objects
            }));
        }
        let mut total = 0;
        let mut failed = None;
        for unit in units {
            match unit.join() {
                Ok(Ok(objects)) => total += objects,
                Ok(Err(unit)) => failed = failed.or(Some(unit)),
                Err(_) => failed = Some(0),
            }
        }
        self.cancelled.store(true, Ordering::Relaxed);
        failed.map_or(Ok(total), Err)
    }
}

fn main() {
    let build = Build { finished: Arc::default(), cancelled: Arc::default(), steps: 4 };
    println!("{:?}", build.run());
    println!("{} finished", build.finished.load(Ordering::Relaxed));
}
