//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::mem;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::{aborts, must_abort};

#[derive(Default)]
struct Inner {
    items: VecDeque<u32>,
    closed: bool,
}

type Shared = Arc<(Mutex<Inner>, Condvar)>;

/// Closed once, by whoever comes first.
#[must_abort(close)]
struct Producer {
    shared: Shared,
}

impl Producer {
    fn push(&self, item: u32) {
        self.shared.0.lock().unwrap().items.push_back(item);
        self.shared.1.notify_one();
    }

    #[aborts(self)]
    fn close(&self) {
        let mut inner = self.shared.0.lock().unwrap();
        if inner.closed {
            return;
        }
        inner.closed = true;
        drop(inner);
        self.shared.1.notify_all();
    }
}

fn drain(shared: &Shared) -> u32 {
    let mut sum = 0;
    let mut inner = shared.0.lock().unwrap();
    loop {
        sum += inner.items.drain(..).sum::<u32>();
        if inner.closed {
            return sum;
        }
        inner = shared.1.wait(inner).unwrap();
    }
}

enum Frame {
    Data(Vec<u8>),
    End,
}

#[must_abort(finish)]
struct Upload {
    frames: Sender<Frame>,
    finished: bool,
    open: bool,
}

impl Upload {
    fn write(&self, bytes: &[u8]) {
        let _ = self.frames.send(Frame::Data(bytes.to_vec()));
    }

    #[aborts(self)]
    fn finish(&mut self) {
        if mem::replace(&mut self.finished, true) {
            return;
        }
        let _ = self.frames.send(Frame::End);
    }

    #[aborts(self)]
    fn cut(&mut self) {
        if !self.open {
            return;
        }
        self.open = false;
        self.finish();
    }
}

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
