//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use must_abort::must_abort;

struct Buffer<T> {
    items: VecDeque<T>,
    done: bool,
}

struct Pipe<T> {
    buffer: Mutex<Buffer<T>>,
    changed: Condvar,
}

#[must_abort(finish)]
struct Input<T> {
    pipe: Arc<Pipe<T>>,
}

impl<T> Input<T> {
    fn put(&self, item: T) {
        self.pipe.buffer.lock().unwrap().items.push_back(item);
        self.pipe.changed.notify_one();
    }

    fn finish(self) {
        self.pipe.buffer.lock().unwrap().done = true;
        self.pipe.changed.notify_one();
    }
}

impl<T> Pipe<T> {
    fn take(&self) -> Option<T> {
        let mut buffer = self.buffer.lock().unwrap();
        while buffer.items.is_empty() && !buffer.done {
            buffer = self.changed.wait(buffer).unwrap();
        }
        buffer.items.pop_front()
    }
}

struct Encoder {
    input: Option<Input<u32>>,
    thread: JoinHandle<u64>,
}

impl Encoder {
    fn new() -> Encoder {
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

    fn encode(&self, frame: u32) -> bool {
        self.input.as_ref().map(|input| input.put(frame)).is_some()
    }

    fn close(mut self) -> Option<u64> {
        if let Some(input) = self.input.take() {
            input.finish();
        }
        self.thread.join().ok()
    }
}

fn main() {
    let encoder = Encoder::new();
    let encoded = [3, 1, 4].into_iter().filter(|&frame| encoder.encode(frame)).count();
    println!("{encoded} frames");
    println!("checksum {:?}", encoder.close());
}
