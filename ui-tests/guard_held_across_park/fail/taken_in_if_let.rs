//@ expect: guard_held_across_park
//@ effect: hang

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct State {
    running: bool,
    ticks: u32,
    worker: Option<JoinHandle<()>>,
}

#[derive(Clone, Default)]
struct Ticker {
    state: Arc<Mutex<State>>,
}

impl Ticker {
    fn start(&self, period: Duration) {
        let ticker = self.clone();
        if let Ok(mut state) = self.state.lock() {
            state.running = true;
            let worker = thread::spawn(move || ticker.run(period));
            state.worker = Some(worker);
        }
    }

    fn run(self, period: Duration) {
        loop {
            thread::sleep(period);
            let Ok(mut state) = self.state.lock() else {
                return;
            };
            if !state.running {
                return;
            }
            state.ticks += 1;
        }
    }

    fn stop(&self) -> u32 {
        let mut state = self.state.lock().expect("ticker panicked");
        state.running = false;
        if let Some(worker) = state.worker.take() {
            worker.join().expect("ticker panicked"); //~ guard_held_across_park
        }
        state.ticks
    }
}

fn main() {
    let ticker = Ticker::default();
    ticker.start(Duration::from_millis(5));
    thread::sleep(Duration::from_millis(20));
    println!("{} ticks", ticker.stop());
}
