//@ expect: none
//@ effect: none

//! A probe is called through a trait object: the table into which it puts its reply sender is read by a thread that it does not see.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

trait Probe {
    fn round_trip(&self) -> Result<u64, String>;
}

#[derive(Default)]
struct Pending {
    pongs: VecDeque<Sender<u64>>,
    sequence: u64,
}

struct Connection {
    pending: Arc<Mutex<Pending>>,
    wire: Sender<Vec<u8>>,
}

impl Probe for Connection {
    fn round_trip(&self) -> Result<u64, String> {
        let (sender, pong) = mpsc::channel();
        self.pending.lock().unwrap().pongs.push_back(sender);
        self.wire.send(b"PING\r\n".to_vec()).map_err(|error| error.to_string())?;
        match pong.recv() {
            Ok(sequence) => Ok(sequence),
            Err(_) => Err("the connection is gone".to_owned()),
        }
    }
}

fn answer(pending: Arc<Mutex<Pending>>, inbound: Receiver<Vec<u8>>) {
    for frame in inbound {
        let mut pending = pending.lock().unwrap();
        if frame.starts_with(b"PING") {
            pending.sequence += 1;
            let sequence = pending.sequence;
            if let Some(waiting) = pending.pongs.pop_front() {
                let _ = waiting.send(sequence);
            }
        }
    }
    pending.lock().unwrap().pongs.clear();
}

fn connect() -> (Box<dyn Probe>, JoinHandle<()>) {
    let pending = Arc::new(Mutex::new(Pending::default()));
    let (wire, inbound) = mpsc::channel();
    let table = Arc::clone(&pending);
    let reader = thread::spawn(move || answer(table, inbound));
    (Box::new(Connection { pending, wire }), reader)
}

fn main() {
    let (probe, reader) = connect();
    for _ in 0..2 {
        println!("pong {}", probe.round_trip().unwrap());
    }
    drop(probe);
    reader.join().unwrap();
}
