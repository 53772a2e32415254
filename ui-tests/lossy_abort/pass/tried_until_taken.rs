//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, Sender, bounded};

enum Packet {
    Data { bytes: Vec<u8> },
    Finish,
}

#[derive(Clone)]
struct Port(Sender<Packet>);

struct Uplink {
    port: Port,
    cable: Arc<()>,
}

fn transmit(packets: &Receiver<Packet>, _cable: Arc<()>) {
    let mut sent = 0;
    while let Ok(packet) = packets.recv() {
        match packet {
            Packet::Data { bytes } => {
                thread::sleep(Duration::from_millis(5));
                sent += bytes.len();
            }
            Packet::Finish => break,
        }
    }
    println!("{sent} bytes sent");
}

impl Uplink {
    fn connect() -> Uplink {
        let (packets, queue) = bounded(2);
        let cable = Arc::new(());
        let plugged = cable.clone();
        thread::spawn(move || transmit(&queue, plugged));
        let port = Port(packets);
        Uplink { port, cable }
    }
}

impl Drop for Uplink {
    fn drop(&mut self) {
        while let Err(refused) = self.port.0.try_send(Packet::Finish) {
            if refused.is_disconnected() {
                return;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }
}

fn main() -> ExitCode {
    let uplink = Uplink::connect();
    let spare = uplink.port.clone();
    let cable = Arc::downgrade(&uplink.cable);
    for size in [8, 16, 32, 64] {
        let bytes = vec![0; size];
        if spare.0.send(Packet::Data { bytes }).is_err() {
            eprintln!("not connected");
        }
    }
    drop(uplink);
    thread::sleep(Duration::from_millis(150));
    let code = match cable.strong_count() {
        0 => ExitCode::SUCCESS,
        _ => {
            println!("still plugged in");
            ExitCode::from(3)
        }
    };
    drop(spare);
    code
}
