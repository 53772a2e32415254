//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

static UPTIME: AtomicU64 = AtomicU64::new(0);

/// Counts for the whole process, whether somebody listens or not.
fn count(ticks: &Sender<u64>, name: &str) {
    println!("{name} runs");
    loop {
        let millis = 2 + UPTIME.fetch_add(2, Ordering::Relaxed);
        // must_abort: allow(hangup_ignored): the clock is for `UPTIME` too, and lives as long as the process
        let _ = ticks.send(millis);
        thread::sleep(Duration::from_millis(2));
    }
}

fn start(name: &Arc<str>) -> Receiver<u64> {
    let (sender, ticks) = mpsc::channel();
    let name = Arc::clone(name);
    thread::spawn(move || count(&sender, &name));
    ticks
}

fn main() {
    let name = Arc::from("clock");
    let ticks = start(&name);
    println!("{:?}", ticks.iter().take(3).last().is_some());
    drop(ticks);
    thread::sleep(Duration::from_millis(10));
    println!("{} goes on: {}", name, UPTIME.load(Ordering::Relaxed) > 3);
}
