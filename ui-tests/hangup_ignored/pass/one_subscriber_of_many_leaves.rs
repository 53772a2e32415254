//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

// That one subscriber is gone is no reason to stop: there are others, and more may come. The flag ends it.
#[derive(Default)]
struct Station {
    subscribers: Mutex<Vec<Sender<u32>>>,
    off_air: AtomicBool,
}

impl Station {
    fn subscribe(&self) -> Receiver<u32> {
        let (sender, news) = mpsc::channel();
        self.subscribers.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        news
    }

    fn broadcast(&self) -> u32 {
        let mut number = 0;
        while !self.off_air.load(Ordering::Relaxed) {
            number += 1;
            for subscriber in self.subscribers.lock().unwrap_or_else(PoisonError::into_inner).iter() {
                let _ = subscriber.send(number);
            }
            thread::sleep(Duration::from_millis(2));
        }
        number
    }
}

fn start(station: &Arc<Station>) -> JoinHandle<u32> {
    let station = Arc::clone(station);
    thread::spawn(move || station.broadcast())
}

fn main() {
    let station = Arc::new(Station::default());
    let (first, second) = (station.subscribe(), station.subscribe());
    let thread = start(&station);
    println!("first: {:?}", first.recv().is_ok());
    drop(first);
    println!("second: {:?}", second.iter().take(3).count());
    station.off_air.store(true, Ordering::Relaxed);
    println!("{}", thread.join().is_ok_and(|count| count > 0));
}
