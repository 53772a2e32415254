//@ expect: abort_after_wait
//@ effect: hang

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

struct Animation {
    frames: Mutex<Vec<String>>,
    done: AtomicBool,
}

impl Animation {
    fn new() -> Self {
        Animation { frames: Mutex::new(Vec::new()), done: AtomicBool::new(false) }
    }

    fn spin(&self) -> usize {
        let mut shown = 0;
        for symbol in ['-', '/', '|', '\\'].iter().cycle() {
            if self.done.load(Ordering::Acquire) {
                break;
            }
            if let Ok(mut frames) = self.frames.lock() {
                frames.push(symbol.to_string());
            }
            shown += 1;
            thread::sleep(Duration::from_millis(3));
        }
        shown
    }
}

fn compute(limit: u64) -> u64 {
    (1..limit).filter(|number| limit % number == 0).sum()
}

fn with_spinner<T: Send>(work: impl FnOnce() -> T + Send) -> (T, usize) {
    let animation = Animation::new();
    thread::scope(|scope| {
        let spinner = scope.spawn(|| animation.spin());
        let result = work();
        let shown = spinner.join(); //~ abort_after_wait
        animation.done.store(true, Ordering::Release);
        (result, shown.unwrap_or(0))
    })
}

fn main() {
    let (sum, shown) = with_spinner(|| compute(8128));
    println!("{sum}, frames shown: {}", shown > 0);
}
