//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use tokio::task::{self, JoinHandle};
use tokio::time;

#[derive(Default)]
struct Control {
    stop: AtomicBool,
    rounds: AtomicU64,
}

struct Solver {
    control: Arc<Control>,
    task: JoinHandle<Option<u64>>,
}

fn collatz(start: u64, control: &Control) -> Option<u64> {
    let mut number = start;
    let mut steps = 0;
    while number != 1 {
        if control.stop.load(Ordering::Relaxed) {
            return None;
        }
        number = match number % 2 {
            0 => number / 2,
            _ => number.checked_mul(3)? + 1,
        };
        steps += 1;
        control.rounds.fetch_add(1, Ordering::Relaxed);
        thread::sleep(Duration::from_millis(1));
    }
    Some(steps)
}

impl Solver {
    fn start(number: u64) -> Solver {
        let control = Arc::new(Control::default());
        let shared = control.clone();
        let task = task::spawn_blocking(move || collatz(number, &shared));
        Solver { control, task }
    }

    async fn stop(self) -> Option<u64> {
        self.control.stop.store(true, Ordering::Relaxed);
        self.task.abort();
        self.task.await.ok().flatten()
    }
}

#[tokio::main]
async fn main() {
    let quick = Solver::start(5);
    let slow = Solver::start(837_799);
    time::sleep(Duration::from_millis(60)).await;
    println!("quick: {:?}", quick.stop().await);
    println!("going: {}", slow.control.rounds.load(Ordering::Relaxed) > 0);
    println!("slow: {:?}", slow.stop().await);
}
