//@ expect: none
//@ effect: none

//! An encoder leaves with the frame of the last number, which it gets since the numbers are counted up to that one.

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

const LAST: u32 = 3;

struct Frame {
    number: u32,
    pixels: Vec<u8>,
}

struct Encoder {
    frames: Sender<Frame>,
    thread: JoinHandle<usize>,
}

fn encode(frames: Receiver<Frame>) -> usize {
    let mut bytes = 0;
    for Frame { number, pixels } in frames {
        bytes += pixels.len();
        if number >= LAST {
            break;
        }
    }
    bytes
}

impl Encoder {
    fn start() -> Self {
        let (frames, inbox) = mpsc::channel();
        Encoder { frames, thread: thread::spawn(move || encode(inbox)) }
    }

    fn push(&self, number: u32) {
        let _ = self.frames.send(Frame { number, pixels: vec![number as u8; 16] });
    }
}

fn main() {
    let encoder = Encoder::start();
    for number in 0..=LAST {
        encoder.push(number);
    }
    println!("{} bytes", encoder.thread.join().expect("the encoder panicked"));
}
