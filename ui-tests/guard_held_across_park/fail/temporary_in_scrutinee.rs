//@ expect: guard_held_across_park
//@ effect: hang

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded, tick};

struct Shared {
    samples: Mutex<Vec<u64>>,
    sampler: Mutex<Option<JoinHandle<usize>>>,
}

struct Sampler {
    shared: Arc<Shared>,
    quit: Sender<()>,
}

fn sample(shared: &Shared, quit: &Receiver<()>, clock: &Receiver<std::time::Instant>) -> usize {
    let mut now = 0;
    while quit.try_recv().is_err() {
        if clock.recv().is_err() {
            break;
        }
        now += 1;
        shared.samples.lock().expect("poisoned").push(now);
    }
    let alone = shared.sampler.lock().expect("poisoned").is_none();
    println!("sampler is leaving, unregistered: {alone}");
    shared.samples.lock().expect("poisoned").len()
}

impl Sampler {
    fn start() -> Sampler {
        let shared = Arc::new(Shared { samples: Mutex::default(), sampler: Mutex::default() });
        let (quit, told) = bounded(1);
        let ours = Arc::clone(&shared);
        let clock = tick(Duration::from_millis(2));
        let handle = thread::spawn(move || sample(&ours, &told, &clock));
        *shared.sampler.lock().expect("poisoned") = Some(handle);
        Sampler { shared, quit }
    }

    fn finish(self) -> usize {
        let _ = self.quit.send(());
        match self.shared.sampler.lock().expect("poisoned").take() {
            Some(sampler) => sampler.join().unwrap_or(0), //~ guard_held_across_park
            None => 0,
        }
    }
}

fn main() {
    let sampler = Sampler::start();
    thread::sleep(Duration::from_millis(10));
    println!("{} samples", sampler.finish() > 0);
}
