//@ expect: join_while_sender_held
//@ effect: hang

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Shared {
    stop: AtomicBool,
    samples: AtomicU64,
}

struct Sampler {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Sampler {
    fn start(every: Duration) -> Sampler {
        let shared = Arc::new(Shared::default());
        let seen = Arc::clone(&shared);
        let thread = thread::spawn(move || {
            while !seen.stop.load(Ordering::Acquire) {
                seen.samples.fetch_add(1, Ordering::Relaxed);
                thread::sleep(every);
            }
        });
        Sampler { shared, thread: Some(thread) }
    }

    fn samples(&self) -> u64 {
        self.shared.samples.load(Ordering::Relaxed)
    }
}

impl Drop for Sampler {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join(); //~ join_while_sender_held
        }
    }
}

fn main() {
    let sampler = Sampler::start(Duration::from_millis(2));
    while sampler.samples() < 5 {
        thread::sleep(Duration::from_millis(5));
    }
    println!("sampled");
}
