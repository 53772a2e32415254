//@ expect: none
//@ effect: none

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

#[derive(Clone, Debug)]
struct Reading {
    sensor: u16,
    value: i32,
}

enum BusMessage {
    Subscribe(Sender<Reading>),
    Publish(Reading),
}

struct Bus {
    inbox: Receiver<BusMessage>,
    subscribers: Vec<Sender<Reading>>,
    published: u64,
}

impl Bus {
    fn run(mut self) -> u64 {
        while let Ok(message) = self.inbox.recv() {
            match message {
                BusMessage::Subscribe(subscriber) => self.subscribers.push(subscriber),
                BusMessage::Publish(reading) => self.publish(&reading),
            }
        }
        self.published
    }

    fn publish(&mut self, reading: &Reading) {
        self.published += 1;
        self.subscribers.retain(|subscriber| subscriber.send(reading.clone()).is_ok());
    }
}

#[derive(Clone)]
struct BusHandle {
    bus: Sender<BusMessage>,
}

impl BusHandle {
    fn start() -> (BusHandle, JoinHandle<u64>) {
        let (bus, inbox) = mpsc::channel();
        let actor = Bus { inbox, subscribers: Vec::new(), published: 0 };
        (BusHandle { bus }, thread::spawn(move || actor.run()))
    }

    fn subscribe(&self) -> Receiver<Reading> {
        let (subscriber, readings) = mpsc::channel();
        let _ = self.bus.send(BusMessage::Subscribe(subscriber));
        readings
    }

    fn publish(&self, sensor: u16, value: i32) {
        let _ = self.bus.send(BusMessage::Publish(Reading { sensor, value }));
    }
}

fn raise(readings: Receiver<Reading>, limit: i32) -> Vec<u16> {
    readings.iter().filter(|reading| reading.value > limit).map(|reading| reading.sensor).collect()
}

fn main() {
    let (bus, actor) = BusHandle::start();
    let readings = bus.subscribe();
    let alarm = thread::spawn(move || raise(readings, 80));
    for (sensor, value) in [(1, 20), (2, 95), (3, 81)] {
        bus.publish(sensor, value);
    }
    drop(bus);
    let raised = alarm.join().unwrap_or_default();
    println!("alarms for {raised:?}");
    println!("{} published", actor.join().unwrap_or(0));
}
