//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Table = Arc<Mutex<HashMap<u64, Sender<u32>>>>;

struct Engine {
    table: Table,
    next: AtomicU64,
    stop: Arc<AtomicBool>,
    pump: Option<JoinHandle<()>>,
}

struct Ticket {
    reply: Receiver<u32>,
}

impl Ticket {
    fn wait(self) -> Option<u32> {
        self.reply.recv().ok()
    }
}

fn pump(table: &Table, stop: &AtomicBool) {
    while !stop.load(Ordering::Acquire) {
        thread::sleep(Duration::from_millis(40));
        let due = table.lock().unwrap().extract_if(|id, _| id % 2 == 0).next();
        if let Some((id, reply)) = due {
            let _ = reply.send(id as u32 * 10);
        }
    }
}

impl Engine {
    fn start() -> Engine {
        let table = Table::default();
        let stop = Arc::new(AtomicBool::new(false));
        let pump = {
            let (table, stop) = (Arc::clone(&table), Arc::clone(&stop));
            thread::spawn(move || pump(&table, &stop))
        };
        Engine { table, next: AtomicU64::new(0), stop, pump: Some(pump) }
    }

    fn submit(&self) -> Ticket {
        let (done, reply) = mpsc::channel();
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        self.table.lock().unwrap().insert(id, done);
        Ticket { reply }
    }

    fn halt(&mut self) {
        self.stop.store(true, Ordering::Release);
        if let Some(pump) = self.pump.take() {
            let _ = pump.join();
        }
        self.table.lock().unwrap().clear();
    }
}

fn main() {
    let mut engine = Engine::start();
    let first = engine.submit();
    let second = engine.submit();
    println!("first: {:?}", first.wait());
    engine.halt();
    println!("second: {:?}", second.wait());
}
