use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use crate::pipe::{Buffer, Input, Pipe};

pub struct Encoder {
    input: Option<Input<u32>>,
    thread: JoinHandle<u64>,
}

impl Encoder {
    pub fn new() -> Encoder {
        let buffer = Buffer { items: VecDeque::new(), done: false };
        let pipe = Arc::new(Pipe { buffer: Mutex::new(buffer), changed: Condvar::new() });
        let output = Arc::clone(&pipe);
        let thread = thread::spawn(move || {
            let mut checksum = 0;
            while let Some(frame) = output.take() {
                checksum = checksum * 31 + u64::from(frame);
            }
            checksum
        });
        let input = Some(Input { pipe });
        Encoder { input, thread }
    }

    pub fn encode(&self, frame: u32) -> bool {
        self.input.as_ref().map(|input| input.put(frame)).is_some()
    }

    pub fn close(mut self) -> Option<u64> {
        if let Some(input) = self.input.take() {
            input.finish();
        }
        self.thread.join().ok()
    }
}
