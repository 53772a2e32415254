//@ expect: worker_keeps_own_sender
//@ effect: leak

mod crew;
mod hand;

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crew::Crew;

fn shift() -> Arc<AtomicUsize> {
    let crew = Crew::hire(2);
    for size in [3, 4] {
        let queued = crew.jobs.send(Box::new(move || size * size));
        println!("queued: {}", queued.is_ok());
    }
    thread::sleep(Duration::from_millis(30));
    crew.present
}

fn main() -> ExitCode {
    let present = shift();
    thread::sleep(Duration::from_millis(60));
    match present.load(Ordering::SeqCst) {
        0 => ExitCode::SUCCESS,
        left => {
            println!("{left} hands still wait");
            ExitCode::from(3)
        }
    }
}
