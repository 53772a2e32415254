//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

enum Reading {
    Degrees(f64),
    Close,
}

struct Thermometer {
    readings: Sender<Reading>,
    average: Receiver<f64>,
}

fn collect(readings: &Receiver<Reading>, average: &Sender<f64>) {
    let (mut sum, mut count) = (0.0, 0.0);
    while let Ok(reading) = readings.recv() {
        match reading {
            Reading::Degrees(degrees) => {
                assert!(degrees > -273.15, "no such temperature: {degrees}");
                sum += degrees;
                count += 1.0;
            }
            Reading::Close => break,
        }
    }
    let _ = average.send(sum / count);
}

impl Thermometer {
    fn new() -> Thermometer {
        let (readings, inbox) = mpsc::channel();
        let (report, average) = mpsc::channel();
        thread::spawn(move || collect(&inbox, &report));
        Thermometer { readings, average }
    }

    fn record(&self, degrees: f64) {
        let _ = self.readings.send(Reading::Degrees(degrees));
    }
}

impl Drop for Thermometer {
    fn drop(&mut self) {
        let _ = self.readings.send(Reading::Close);
        match self.average.recv() {
            Ok(average) => println!("average {average}"),
            Err(_) => println!("no average"),
        }
    }
}

fn main() {
    for degrees in [[20.5, 21.0], [19.0, -300.0]] {
        let thermometer = Thermometer::new();
        degrees.map(|degrees| thermometer.record(degrees));
        thread::sleep(Duration::from_millis(20));
    }
    println!("all read");
}
