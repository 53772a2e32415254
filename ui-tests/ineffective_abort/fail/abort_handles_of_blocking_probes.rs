//@ expect: ineffective_abort
//@ effect: hang

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use tokio::task::AbortHandle;

#[derive(Default)]
struct Gauges {
    load: AtomicU32,
    rounds: AtomicU32,
    closing: AtomicBool,
}

#[derive(Default)]
struct Probes {
    gauges: Arc<Gauges>,
    running: Vec<(String, AbortHandle)>,
}

impl Probes {
    fn add(&mut self, name: &str, step: u32) {
        let gauges = self.gauges.clone();
        let probe = tokio::task::spawn_blocking(move || {
            let mut seed = step;
            loop {
                seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
                gauges.load.store(seed >> 24, Ordering::Relaxed);
                gauges.rounds.fetch_add(1, Ordering::Relaxed);
                thread::sleep(Duration::from_millis(3));
            }
        });
        self.running.push((name.to_owned(), probe.abort_handle()));
    }

    fn shutdown(self) -> u32 {
        for (name, probe) in &self.running {
            println!("stopping {name}");
            probe.abort(); //~ ineffective_abort
        }
        self.gauges.rounds.load(Ordering::Relaxed)
    }
}

#[tokio::main]
async fn main() {
    let mut probes = Probes::default();
    probes.add("cpu", 3);
    probes.add("disk", 17);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let load = probes.gauges.load.load(Ordering::Relaxed);
    println!("plausible load: {}", load < 256);
    println!("probed: {}", probes.shutdown() > 0);
}
