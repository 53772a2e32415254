//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::num::ParseIntError;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

type Waiting = Arc<Mutex<VecDeque<Sender<u32>>>>;

struct Meter {
    requests: Sender<&'static str>,
    waiting: Waiting,
}

fn next(waiting: &Waiting) -> Option<Sender<u32>> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
}

fn read(lines: &Receiver<&'static str>, waiting: &Waiting) -> Result<u32, ParseIntError> {
    let mut sum = 0;
    for line in lines {
        let watts = line.parse::<u32>()?;
        sum += watts;
        if let Some(reply) = next(waiting) {
            let _ = reply.send(watts);
        }
    }
    Ok(sum)
}

// Whatever ends the reading, nobody is left waiting.
fn run(lines: Receiver<&'static str>, waiting: Waiting) {
    match read(&lines, &waiting) {
        Ok(sum) => println!("{sum} in all"),
        Err(err) => println!("not a number: {err}"),
    }
    let left = waiting.lock().unwrap_or_else(PoisonError::into_inner).drain(..).count();
    println!("{left} without an answer");
}

impl Meter {
    fn connect() -> (Meter, thread::JoinHandle<()>) {
        let (requests, lines) = unbounded();
        let waiting = Waiting::default();
        let shared = Arc::clone(&waiting);
        let reader = thread::spawn(move || run(lines, shared));
        (Meter { requests, waiting }, reader)
    }

    fn ask(&self, line: &'static str) -> Option<u32> {
        let (reply, watts) = bounded(1);
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push_back(reply);
        self.requests.send(line).ok()?;
        watts.recv().ok()
    }
}

fn main() {
    let (meter, reader) = Meter::connect();
    for line in ["230", "watts"] {
        println!("{line}: {:?}", meter.ask(line));
    }
    drop(meter);
    println!("reader ended: {}", reader.join().is_ok());
}
