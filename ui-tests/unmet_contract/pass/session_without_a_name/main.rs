//@ expect: none
//@ effect: none

mod session;
mod uplink;

use std::sync::mpsc::{self, Receiver};
use std::thread;

use session::Session;
use uplink::{Packet, Uplink};

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
