//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

struct Reading {
    at: u32,
    celsius: f32,
}

struct Thermometer {
    readings: Receiver<Reading>,
    count: Arc<AtomicU32>,
}

impl Thermometer {
    fn open(pin: u8) -> Thermometer {
        let (tx, readings) = mpsc::channel();
        let count = Arc::new(AtomicU32::new(0));
        let counter = Arc::clone(&count);
        thread::spawn(move || {
            for at in 0.. {
                let celsius = 20.0 + f32::from(pin) + (at % 7) as f32 / 10.0;
                counter.store(at, Ordering::Relaxed);
                if tx.send(Reading { at, celsius }).is_err() {
                    return;
                }
                thread::sleep(Duration::from_millis(2));
            }
        });
        Thermometer { readings, count }
    }

    fn average(&self, n: usize) -> f32 {
        let sum: f32 = self.readings.iter().take(n).filter(|reading| reading.at > 0).map(|reading| reading.celsius).sum();
        sum / n as f32
    }
}

fn main() {
    let thermometer = Thermometer::open(4);
    println!("{}", thermometer.average(5) > 10.0);
    let count = Arc::clone(&thermometer.count);
    drop(thermometer);
    thread::sleep(Duration::from_millis(30));
    let before = count.load(Ordering::Relaxed);
    thread::sleep(Duration::from_millis(60));
    if count.load(Ordering::Relaxed) > before {
        std::process::exit(3);
    }
}
