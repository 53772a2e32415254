//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use flume::{Receiver, Sender, TrySendError};

#[derive(Clone, Copy, Debug)]
struct Position {
    x: f32,
    y: f32,
}

struct Tracker {
    period: Duration,
    polls: Arc<AtomicUsize>,
}

impl Tracker {
    fn positions(&self) -> Receiver<Position> {
        let (positions, stream) = flume::bounded(1);
        let (period, polls) = (self.period, Arc::clone(&self.polls));
        thread::Builder::new()
            .name("tracker".into())
            .spawn(move || poll_device(&positions, period, &polls))
            .expect("cannot start the tracker");
        stream
    }
}

fn poll_device(positions: &Sender<Position>, period: Duration, polls: &AtomicUsize) {
    let mut skipped = 0_u32;
    loop {
        let step = polls.fetch_add(1, Ordering::Relaxed) as f32;
        let position = Position { x: step.sin(), y: step.cos() };
        match positions.try_send(position) {
            Ok(()) => skipped = 0,
            Err(TrySendError::Disconnected(_)) => return,
            Err(TrySendError::Full(lost)) => {
                skipped += 1;
                if skipped % 1000 == 0 {
                    eprintln!("skipped {lost:?}");
                }
            }
        }
        thread::sleep(period);
    }
}

fn main() -> ExitCode {
    let tracker = Tracker { period: Duration::from_millis(2), polls: Arc::default() };
    let stream = tracker.positions();
    for position in stream.iter().take(3) {
        println!("on the circle: {}", position.x.hypot(position.y) > 0.99);
    }
    drop(stream);
    thread::sleep(Duration::from_millis(30));
    let before = tracker.polls.load(Ordering::Relaxed);
    thread::sleep(Duration::from_millis(50));
    if tracker.polls.load(Ordering::Relaxed) > before {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
