//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{self, JoinHandle};

enum Lane {
    Fast { queue: Sender<String>, handle: Option<JoinHandle<usize>> },
    Slow { queue: SyncSender<String>, handle: Option<JoinHandle<usize>> },
    Closed,
}

fn consume(rx: Receiver<String>, label: &str) -> usize {
    let mut bytes = 0;
    for line in rx {
        bytes += line.len() + label.len();
    }
    bytes
}

impl Lane {
    fn fast() -> Lane {
        let (queue, rx) = channel();
        Lane::Fast { queue, handle: Some(thread::spawn(move || consume(rx, "fast"))) }
    }

    fn slow(depth: usize) -> Lane {
        let (queue, rx) = sync_channel(depth);
        Lane::Slow { queue, handle: Some(thread::spawn(move || consume(rx, "slow"))) }
    }

    fn push(&self, line: &str) -> bool {
        match self {
            Lane::Fast { queue, .. } => queue.send(line.to_owned()).is_ok(),
            Lane::Slow { queue, .. } => queue.send(line.to_owned()).is_ok(),
            Lane::Closed => false,
        }
    }

    fn close(&mut self) -> usize {
        match std::mem::replace(self, Lane::Closed) {
            Lane::Fast { queue, handle } => {
                drop(queue);
                handle.map_or(0, |handle| handle.join().unwrap_or(0))
            }
            Lane::Slow { queue, handle } => {
                drop(queue);
                handle.map_or(0, |handle| handle.join().unwrap_or(0))
            }
            Lane::Closed => 0,
        }
    }
}

struct Shipper {
    lanes: BTreeMap<&'static str, Lane>,
}

impl Shipper {
    fn ship(&self, lane: &str, line: &str) -> bool {
        self.lanes.get(lane).is_some_and(|lane| lane.push(line))
    }

    fn flush_and_close(&mut self) -> usize {
        self.lanes.values_mut().map(Lane::close).sum()
    }
}

fn main() {
    let mut shipper = Shipper { lanes: BTreeMap::from([("access", Lane::fast()), ("audit", Lane::slow(4))]) };
    for (lane, line) in [("access", "GET /"), ("audit", "login ann"), ("none", "?")] {
        println!("{lane}: {}", shipper.ship(lane, line));
    }
    println!("{} bytes", shipper.flush_and_close());
}
