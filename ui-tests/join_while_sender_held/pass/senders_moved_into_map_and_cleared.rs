//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

struct Reading {
    room: &'static str,
    celsius: f32,
}

struct Rooms {
    inputs: HashMap<&'static str, Sender<Reading>>,
    averager: Option<JoinHandle<f32>>,
}

fn average(readings: mpsc::Receiver<Reading>) -> f32 {
    let (mut sum, mut count) = (0.0, 0.0);
    while let Ok(reading) = readings.recv() {
        if reading.room != "cellar" {
            sum += reading.celsius;
            count += 1.0;
        }
    }
    if count == 0.0 { 0.0 } else { sum / count }
}

impl Rooms {
    fn new(names: &[&'static str]) -> Self {
        let (tx, rx) = mpsc::channel();
        let averager = thread::spawn(move || average(rx));
        let inputs = names.iter().map(|&name| (name, tx.clone())).collect();
        Rooms {
            inputs,
            averager: Some(averager),
        }
    }

    fn report(&self, room: &'static str, celsius: f32) -> bool {
        match self.inputs.get(room) {
            Some(input) => input.send(Reading { room, celsius }).is_ok(),
            None => false,
        }
    }

    fn average(&mut self) -> Option<f32> {
        self.inputs.clear();
        self.averager.take()?.join().ok()
    }
}

fn main() {
    let mut rooms = Rooms::new(&["hall", "cellar", "attic"]);
    for (room, celsius) in [("hall", 20.0), ("attic", 24.0), ("garage", 3.0)] {
        println!("{room}: {}", rooms.report(room, celsius));
    }
    println!("average {:?}", rooms.average());
}
