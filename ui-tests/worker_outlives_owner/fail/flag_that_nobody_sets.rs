//@ expect: worker_outlives_owner
//@ effect: leak

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

struct Shared {
    halted: AtomicBool,
    scanned: AtomicU64,
}

pub struct Scrubber {
    shared: Arc<Shared>,
    blocks: u64,
}

impl Scrubber {
    pub fn new(blocks: u64) -> Self {
        let shared = Arc::new(Shared { halted: AtomicBool::new(false), scanned: AtomicU64::new(0) });
        let scrubber = Scrubber { shared, blocks };
        scrubber.start();
        scrubber
    }

    fn start(&self) {
        let shared = Arc::clone(&self.shared);
        let blocks = self.blocks;
        thread::spawn(move || { //~ worker_outlives_owner
            let mut block = 0;
            while !shared.halted.load(Ordering::Relaxed) {
                block = (block + 1) % blocks;
                shared.scanned.fetch_add(1, Ordering::Relaxed);
                thread::sleep(Duration::from_millis(1));
            }
        });
    }

    fn scanned(&self) -> u64 {
        self.shared.scanned.load(Ordering::Relaxed)
    }
}

fn scrub_once(blocks: u64) -> (u64, Arc<Shared>) {
    let scrubber = Scrubber::new(blocks);
    
    (scrubber.scanned(), Arc::clone(&scrubber.shared))
}

fn main() {
    let (scanned, shared) = scrub_once(8);
    println!("{}", scanned >= 8);
    thread::sleep(Duration::from_millis(20));
    let before = shared.scanned.load(Ordering::Relaxed);
    thread::sleep(Duration::from_millis(60));
    if shared.scanned.load(Ordering::Relaxed) > before {
        println!("it never stops");
        std::process::exit(3);
    }
}
