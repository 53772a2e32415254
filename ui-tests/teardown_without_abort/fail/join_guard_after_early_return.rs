//@ expect: teardown_without_abort
//@ effect: hang

use std::io;
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

enum Op {
    Put(String, String),
    Delete(String),
    Close,
}

struct Joiner {
    thread: Option<thread::JoinHandle<()>>,
}

impl Drop for Joiner {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn store(ops: Receiver<Op>) {
    let mut rows = std::collections::BTreeMap::new();
    while let Ok(op) = ops.recv() {
        match op {
            Op::Put(key, value) => {
                rows.insert(key, value);
            }
            Op::Delete(key) => {
                rows.remove(&key);
            }
            Op::Close => break,
        }
    }
    println!("{} rows stored", rows.len());
}

fn open() -> (Sender<Op>, Joiner) {
    let (ops, inbox) = unbounded();
    let thread = thread::spawn(move || store(inbox));
    let thread = Some(thread);
    (ops, Joiner { thread })
}

fn replay(log: &str) -> io::Result<usize> {
    let (ops, _joiner) = open();
    let mut applied = 0;
    for line in log.lines() {
        let op = match line.split_once('=') {
            Some((key, value)) => Op::Put(key.trim().into(), value.trim().into()),
            None if line.starts_with('-') => Op::Delete(line[1..].into()),
            None => return Err(io::ErrorKind::InvalidData.into()), //~ teardown_without_abort
        };
        let _ = ops.send(op);
        applied += 1;
    }
    let _ = ops.send(Op::Close);
    Ok(applied)
}

fn main() {
    println!("{:?}", replay("a = 1\nb = 2\n-a\n"));
    println!("{:?}", replay("a = 1\n???\n").map_err(|err| err.kind()));
}
