//@ expect: lossy_abort
//@ effect: lost

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

enum Op {
    Write(u64),
    Stop,
}

struct Journal {
    ops: SyncSender<Op>,
    thread: JoinHandle<u64>,
}

fn apply(ops: Receiver<Op>) -> u64 {
    let mut sum = 0;
    loop {
        match ops.recv() {
            Ok(Op::Write(n)) => {
                thread::sleep(Duration::from_millis(20));
                sum += n;
            }
            Ok(Op::Stop) => return sum,
            Err(_) => return sum,
        }
    }
}

impl Journal {
    fn open() -> Journal {
        let (ops, inbox) = sync_channel(2);
        Journal { ops, thread: thread::spawn(move || apply(inbox)) }
    }

    fn write(&self, n: u64) {
        let _ = self.ops.send(Op::Write(n));
    }

    fn close(self) -> u64 {
        let _ = self.ops.try_send(Op::Stop); //~ lossy_abort
        self.thread.join().unwrap_or(0)
    }
}

fn main() {
    thread::spawn(|| {
        thread::sleep(Duration::from_secs(1));
        std::process::exit(3);
    });
    let journal = Journal::open();
    for n in 0..5 {
        journal.write(n);
    }
    println!("{}", journal.close());
}
