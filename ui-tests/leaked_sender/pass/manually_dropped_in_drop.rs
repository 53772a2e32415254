//@ expect: none
//@ effect: none

use std::mem::ManuallyDrop;
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Receiver, Sender, unbounded};

// The sender must go before the thread is joined, so its drop is not left to the order of the fields.
struct Encoder {
    samples: ManuallyDrop<Sender<i16>>,
    thread: ManuallyDrop<JoinHandle<Vec<u8>>>,
}

fn encode(samples: &Receiver<i16>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for sample in samples {
        bytes.extend(sample.to_le_bytes());
    }
    bytes
}

impl Encoder {
    fn new() -> Encoder {
        let (samples, input) = unbounded();
        let thread = thread::spawn(move || encode(&input));
        Encoder { samples: ManuallyDrop::new(samples), thread: ManuallyDrop::new(thread) }
    }

    fn push(&self, sample: i16) -> bool {
        self.samples.send(sample).is_ok()
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: neither of the two is used again.
        let (samples, thread) = unsafe { (ManuallyDrop::take(&mut self.samples), ManuallyDrop::take(&mut self.thread)) };
        drop(samples);
        match thread.join() {
            Ok(bytes) => println!("{} bytes", bytes.len()),
            Err(_) => eprintln!("the encoder panicked"),
        }
    }
}

fn main() {
    let encoder = Encoder::new();
    for sample in [0, 120, -120] {
        println!("pushed: {}", encoder.push(sample));
    }
}
