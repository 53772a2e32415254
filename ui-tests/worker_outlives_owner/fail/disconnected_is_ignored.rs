//@ expect: worker_outlives_owner
//@ effect: leak

use std::process::ExitCode;
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};

struct Timer {
    schedule: Sender<Entry>,
    alive: Arc<()>,
}

struct Entry {
    due: Instant,
    label: &'static str,
}

fn run(entries: &Receiver<Entry>, _alive: &Arc<()>) {
    let mut pending: Vec<Entry> = Vec::new();
    loop {
        while let Ok(entry) = entries.try_recv() {
            pending.push(entry);
        }
        let now = Instant::now();
        pending.retain(|entry| {
            let due = entry.due <= now;
            if due {
                println!("due: {}", entry.label);
            }
            !due
        });
        thread::sleep(Duration::from_millis(2));
    }
}

impl Timer {
    fn new() -> Timer {
        let (schedule, entries) = unbounded();
        let alive = Arc::new(());
        let token = Arc::clone(&alive);
        thread::spawn(move || run(&entries, &token)); //~ worker_outlives_owner
        Timer { schedule, alive }
    }

    fn after(&self, millis: u64, label: &'static str) {
        let due = Instant::now() + Duration::from_millis(millis);
        if self.schedule.send(Entry { due, label }).is_err() {
            eprintln!("{label}: no timer");
        }
    }
}

fn brew() -> Weak<()> {
    let timer = Timer::new();
    timer.after(5, "tea");
    timer.after(10, "eggs");
    thread::sleep(Duration::from_millis(30));
    Arc::downgrade(&timer.alive)
}

fn main() -> ExitCode {
    let alive = brew();
    thread::sleep(Duration::from_millis(60));
    if alive.strong_count() > 0 {
        println!("the timer runs without an owner");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
