//@ expect: none
//@ effect: none

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Light {
    green: Mutex<bool>,
    changed: Condvar,
}

#[must_abort(go)]
struct Signal {
    light: Arc<Light>,
    lane: u8,
}

impl Signal {
    fn go(&self) {
        *self.light.green.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.light.changed.notify_all();
    }
}

#[aborts(signals)]
fn all_green(signals: Vec<Signal>) -> Vec<u8> {
    let mut lanes = Vec::new();
    for signal in signals {
        signal.go();
        lanes.push(signal.lane);
    }
    lanes
}

fn car(light: Arc<Light>) -> thread::JoinHandle<bool> {
    thread::spawn(move || {
        let green = light.green.lock().unwrap_or_else(PoisonError::into_inner);
        light.changed.wait_while(green, |green| !*green).is_ok()
    })
}

fn main() {
    let mut signals = Vec::new();
    let mut cars = Vec::new();
    for lane in 1..=3 {
        let light = Arc::new(Light::default());
        cars.push(car(Arc::clone(&light)));
        signals.push(Signal { light, lane });
    }
    println!("lanes {:?}", all_green(signals));
    let passed = cars.into_iter().filter_map(|car| car.join().ok());
    println!("{} cars passed", passed.count());
}
