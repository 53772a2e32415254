use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossbeam_channel::Sender;

#[derive(Clone, Copy, Debug)]
pub struct Tick {
    pub price: u64,
}

#[derive(Clone, Copy)]
pub enum FeedKind {
    Replay { rows: u64 },
    Constant(u64),
}

pub type Taps = Arc<Mutex<Vec<Sender<Tick>>>>;

pub struct Feed {
    pub stop: Arc<AtomicBool>,
    pub pump: JoinHandle<u64>,
}

impl Feed {
    pub fn start(kind: FeedKind, taps: Taps) -> Feed {
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let pump = thread::spawn(move || {
            let mut n = 0;
            while !seen.load(Ordering::Acquire) {
                n += 1;
                let price = match kind {
                    FeedKind::Replay { rows } => n % rows + 1,
                    FeedKind::Constant(price) => price,
                };
                publish(&taps, Tick { price });
                thread::sleep(Duration::from_millis(5));
            }
            n
        });
        Feed { stop, pump }
    }
}

fn publish(taps: &Taps, tick: Tick) {
    taps.lock().unwrap().retain(|tap| tap.send(tick).is_ok());
}
