//@ expect: none
//@ effect: none

use must_abort::{aborts, must_abort};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

enum Packet {
    Data(Vec<u8>),
    End { bytes: usize },
}

#[must_abort(finish)]
struct Uplink {
    packets: Sender<Packet>,
    buffer: Vec<u8>,
    bytes: usize,
}

impl Uplink {
    fn new(packets: Sender<Packet>) -> Uplink {
        Uplink { packets, buffer: Vec::new(), bytes: 0 }
    }

    fn push(&mut self, data: &[u8]) {
        self.buffer.extend_from_slice(data);
        if self.buffer.len() >= 8 {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let data = std::mem::take(&mut self.buffer);
        self.bytes += data.len();
        let _ = self.packets.send(Packet::Data(data));
    }

    fn end(&self) {
        let _ = self.packets.send(Packet::End { bytes: self.bytes });
    }

    fn finish(mut self) {
        if !self.buffer.is_empty() {
            self.flush();
        }
        self.end();
    }
}

struct Session {
    uplink: Option<Uplink>,
    name: String,
}

impl Session {
    #[aborts(self.uplink)]
    fn close(&mut self) -> usize {
        let Some(uplink) = self.uplink.take() else {
            return 0;
        };
        let bytes = uplink.bytes + uplink.buffer.len();
        if self.name.is_empty() {
            uplink.finish();
            return bytes;
        }
        println!("{}: closing", self.name);
        uplink.finish();
        bytes
    }
}

fn receive(packets: &Receiver<Packet>) -> usize {
    let mut total = 0;
    while let Ok(packet) = packets.recv() {
        match packet {
            Packet::Data(data) => total += data.len(),
            Packet::End { bytes } => {
                println!("end after {bytes}");
                break;
            }
        }
    }
    total
}

fn main() {
    let (packets, rx) = mpsc::channel();
    let receiver = thread::spawn(move || receive(&rx));
    let mut session = Session { uplink: Some(Uplink::new(packets)), name: "backup".to_string() };
    if let Some(uplink) = session.uplink.as_mut() {
        uplink.push(b"hello");
        uplink.push(b"world");
    }
    println!("{} bytes", session.close());
    println!("{} received", receiver.join().unwrap());
}
