//@ expect: none
//@ effect: none

mod channel;
mod upload;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use channel::{Producer, Shared, drain};
use upload::{Frame, Upload};

fn store(frames: Receiver<Frame>) -> usize {
    let mut size = 0;
    while let Ok(Frame::Data(bytes)) = frames.recv() {
        size += bytes.len();
    }
    size
}

fn main() {
    let shared = Shared::default();
    let producer = Producer { shared: Arc::clone(&shared) };
    let consumer = thread::spawn(move || drain(&shared));
    producer.push(3);
    producer.push(4);
    producer.close();
    producer.close();
    println!("{}", consumer.join().unwrap());

    let (frames, inbox) = channel();
    let mut upload = Upload { frames, finished: false, open: true };
    let storage = thread::spawn(move || store(inbox));
    upload.write(b"hello");
    upload.cut();
    upload.finish();
    println!("{}", storage.join().unwrap());
}
