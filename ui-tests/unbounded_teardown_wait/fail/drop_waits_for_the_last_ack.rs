//@ expect: unbounded_teardown_wait
//@ effect: hang

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, unbounded};

enum Op {
    Write { key: u32, value: String },
    Flush(Sender<usize>),
}

struct Disk {
    seek: Duration,
}

impl Disk {
    fn write(&self, key: u32, value: &str) -> usize {
        thread::sleep(self.seek * key);
        value.len()
    }
}

struct Store {
    ops: Sender<Op>,
}

fn run(disk: &Disk, ops: Receiver<Op>) {
    let mut written = 0;
    for op in ops {
        match op {
            Op::Write { key, value } => written += disk.write(key, &value),
            Op::Flush(ack) => {
                let _ = ack.send(written);
            }
        }
    }
}

impl Store {
    fn open(seek: Duration) -> Store {
        let (ops, queue) = unbounded();
        thread::spawn(move || run(&Disk { seek }, queue));
        Store { ops }
    }

    fn put(&self, key: u32, value: &str) -> bool {
        let value = value.to_owned();
        self.ops.send(Op::Write { key, value }).is_ok()
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let (ack, flushed) = unbounded();
        if self.ops.send(Op::Flush(ack)).is_err() {
            return;
        }
        match flushed.recv() { //~ unbounded_teardown_wait
            Ok(bytes) => println!("{bytes} bytes flushed"),
            Err(_) => eprintln!("the disk is gone"),
        }
    }
}

fn main() {
    let store = Store::open(Duration::from_millis(100));
    for (key, value) in [(1, "near"), (200, "far")] {
        println!("queued: {}", store.put(key, value));
    }
}
