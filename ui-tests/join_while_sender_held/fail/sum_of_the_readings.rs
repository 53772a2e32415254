//@ expect: join_while_sender_held
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

#[derive(Clone, Copy)]
struct Reading {
    meter: u16,
    watts: u64,
}

struct Meters {
    readings: Sender<Reading>,
    total: JoinHandle<u64>,
}

fn add(readings: &Receiver<Reading>) -> u64 {
    readings.iter().filter(|reading| reading.meter > 0).map(|reading| reading.watts).sum()
}

impl Meters {
    fn open() -> Meters {
        let (readings, inbox) = mpsc::channel();
        let total = thread::spawn(move || add(&inbox));
        Meters { readings, total }
    }

    fn read(&self, meter: u16, watts: u64) -> bool {
        self.readings.send(Reading { meter, watts }).is_ok()
    }

    fn close(self) -> Option<u64> {
        let total = self.total.join(); //~ join_while_sender_held
        total.ok()
    }
}

fn main() {
    let meters = Meters::open();
    for meter in 0..4 {
        if !meters.read(meter, 250 * u64::from(meter)) {
            eprintln!("meter {meter} is not counted");
        }
    }
    println!("{:?}", meters.close());
}
