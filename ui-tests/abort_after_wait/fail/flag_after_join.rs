//@ expect: abort_after_wait
//@ effect: hang

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Stats {
    polls: AtomicU64,
    peak: AtomicU64,
}

struct Poller {
    stats: Arc<Stats>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

fn queue_length(seed: u64) -> u64 {
    seed.wrapping_mul(2_654_435_761) % 100
}

impl Poller {
    fn start(period: Duration) -> Poller {
        let stats = Arc::new(Stats::default());
        let stop = Arc::new(AtomicBool::new(false));
        let thread = {
            let (stats, stop) = (stats.clone(), stop.clone());
            thread::spawn(move || {
                while !stop.load(Ordering::Acquire) {
                    let polls = stats.polls.fetch_add(1, Ordering::Relaxed);
                    stats.peak.fetch_max(queue_length(polls), Ordering::Relaxed);
                    thread::sleep(period);
                }
            })
        };
        Poller { stats, stop, thread }
    }

    fn finish(self) -> (u64, u64) {
        if self.thread.join().is_err() { //~ abort_after_wait
            eprintln!("poller panicked");
        }
        self.stop.store(true, Ordering::Release);
        let polls = self.stats.polls.load(Ordering::Relaxed);
        (polls, self.stats.peak.load(Ordering::Relaxed))
    }
}

fn main() {
    let poller = Poller::start(Duration::from_millis(5));
    thread::sleep(Duration::from_millis(30));
    let (polls, peak) = poller.finish();
    println!("polled: {}, plausible: {}", polls > 0, peak < 100);
}
