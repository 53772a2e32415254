//@ expect: orphaned_replies
//@ effect: hang

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};

enum Packet {
    Value { tag: u32, body: String },
    Heartbeat,
    Bye,
}

struct Inner {
    outgoing: Sender<(u32, String)>,
    waiting: Mutex<BTreeMap<u32, Sender<String>>>,
    tags: AtomicU32,
}

#[derive(Clone)]
struct Client {
    inner: Arc<Inner>,
}

impl Inner {
    fn read_packets(&self, packets: Receiver<Packet>) {
        for packet in packets { //~ orphaned_replies
            match packet {
                Packet::Value { tag, body } => {
                    let waiter = self.waiting.lock().unwrap().remove(&tag);
                    if let Some(waiter) = waiter {
                        let _ = waiter.send(body);
                    }
                }
                Packet::Heartbeat => continue,
                Packet::Bye => break,
            }
        }
    }
}

impl Client {
    fn connect() -> Client {
        let (outgoing, lines) = unbounded::<(u32, String)>();
        let (send, packets) = bounded(8);
        thread::spawn(move || serve(lines, send));
        let inner = Arc::new(Inner {
            outgoing,
            waiting: Mutex::default(),
            tags: AtomicU32::new(1),
        });
        let reader = Arc::clone(&inner);
        thread::spawn(move || reader.read_packets(packets));
        Client { inner }
    }

    fn get(&self, key: &str) -> Option<String> {
        let tag = self.inner.tags.fetch_add(1, Ordering::Relaxed);
        let (reply, value) = bounded(1);
        self.inner.waiting.lock().unwrap().insert(tag, reply);
        self.inner.outgoing.send((tag, key.to_owned())).ok()?;
        value.recv().ok()
    }
}

fn serve(lines: Receiver<(u32, String)>, packets: Sender<Packet>) {
    for (tag, key) in lines {
        let _ = packets.send(Packet::Heartbeat);
        let packet = match key.as_str() {
            "quit" => Packet::Bye,
            key => Packet::Value { tag, body: key.to_uppercase() },
        };
        if packets.send(packet).is_err() {
            return;
        }
    }
}

fn main() {
    let client = Client::connect();
    println!("{:?}", client.get("alpha"));
    let other = client.clone();
    let asker = thread::spawn(move || other.get("beta"));
    println!("{:?}", asker.join().unwrap());
    println!("{:?}", client.get("quit"));
}
