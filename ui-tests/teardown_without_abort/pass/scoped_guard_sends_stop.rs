//@ expect: none
//@ effect: none

use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

enum Signal {
    Beat(u32),
    Stop,
}

struct StopOnDrop<'a>(&'a Sender<Signal>);

impl Drop for StopOnDrop<'_> {
    fn drop(&mut self) {
        let _ = self.0.send(Signal::Stop);
    }
}

fn watchdog(signals: &Receiver<Signal>) -> u32 {
    let mut last = 0;
    while let Ok(signal) = signals.recv() {
        match signal {
            Signal::Beat(number) => last = number,
            Signal::Stop => break,
        }
    }
    last
}

fn step(number: u32) -> io::Result<u32> {
    match number {
        3 => Err(io::Error::other("step 3 always fails")),
        _ => Ok(number * 2),
    }
}

fn run(steps: u32) -> io::Result<u32> {
    let (signals, inbox) = mpsc::channel();
    let mut total = 0;
    thread::scope(|scope| {
        let dog = scope.spawn(move || println!("last beat {}", watchdog(&inbox)));
        let _stop = StopOnDrop(&signals);
        for number in 0..steps {
            total += step(number)?;
            let _ = signals.send(Signal::Beat(number));
        }
        println!("dog finished early: {}", dog.is_finished());
        Ok(total)
    })
}

fn main() {
    for steps in [2, 5] {
        match run(steps) {
            Ok(total) => println!("total {total}"),
            Err(err) => println!("{err}"),
        }
    }
}
