//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};

struct Reading {
    sensor: u8,
    value: f64,
}

#[derive(Default)]
struct Window {
    sums: BTreeMap<u8, (f64, u32)>,
}

impl Window {
    fn add(&mut self, reading: Reading) {
        let (sum, count) = self.sums.entry(reading.sensor).or_default();
        *sum += reading.value;
        *count += 1;
    }

    fn roll(&mut self) -> Vec<(u8, f64)> {
        let sums = std::mem::take(&mut self.sums);
        sums.into_iter().map(|(sensor, (sum, count))| (sensor, sum / f64::from(count))).collect()
    }
}

struct Aggregator {
    readings: Receiver<Reading>,
    window: Window,
    period: Duration,
    rolled: Instant,
    printed: u32,
}

impl Aggregator {
    fn new(readings: Receiver<Reading>, period: Duration) -> Self {
        Aggregator { readings, window: Window::default(), period, rolled: Instant::now(), printed: 0 }
    }

    fn publish(&mut self) {
        for (sensor, mean) in self.window.roll() {
            println!("{sensor}: {mean:.2}");
            self.printed += 1;
        }
        self.rolled = Instant::now();
    }

    fn run(mut self) -> u32 {
        loop {
            let left = self.period.saturating_sub(self.rolled.elapsed());
            match self.readings.recv_timeout(left) {
                Ok(reading) => self.window.add(reading),
                Err(RecvTimeoutError::Timeout) => self.publish(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.publish();
        self.printed
    }
}

fn sample(sensor: u8, readings: &Sender<Reading>) {
    for n in 0..10 {
        let value = f64::from(sensor) + f64::from(n) / 10.0;
        if readings.send(Reading { sensor, value }).is_err() {
            return;
        }
        thread::sleep(Duration::from_millis(7));
    }
}

fn main() {
    let (sender, readings) = unbounded();
    let aggregator = thread::spawn(move || Aggregator::new(readings, Duration::from_millis(40)).run());
    let sensors: Vec<_> = (1..=3)
        .map(|sensor| {
            let sender = sender.clone();
            thread::spawn(move || sample(sensor, &sender))
        })
        .collect();
    drop(sender);
    for sensor in sensors {
        let _ = sensor.join();
    }
    let printed = aggregator.join().expect("aggregator panicked");
    println!("{} means printed", printed);
}
