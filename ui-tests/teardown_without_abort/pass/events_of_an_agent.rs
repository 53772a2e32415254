//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Clone, Debug)]
enum Event {
    Started(u32),
    Progress(u32, u8),
}

#[derive(Default, Clone)]
struct Bus {
    listeners: Arc<Mutex<Vec<Sender<Event>>>>,
}

impl Bus {
    fn listen(&self) -> Receiver<Event> {
        let (tx, rx) = mpsc::channel();
        self.listeners.lock().unwrap().push(tx);
        rx
    }

    fn emit(&self, event: Event) {
        let mut listeners = self.listeners.lock().unwrap();
        listeners.retain(|listener| listener.send(event.clone()).is_ok());
    }

    fn close(&self) {
        self.listeners.lock().unwrap().clear();
    }
}

struct Job {
    cancel: Sender<()>,
    thread: JoinHandle<()>,
}

struct Agent {
    bus: Bus,
    jobs: HashMap<u32, Job>,
}

impl Agent {
    fn new() -> Self {
        Agent { bus: Bus::default(), jobs: HashMap::new() }
    }

    fn run(&mut self, id: u32) {
        let (cancel, cancelled) = mpsc::channel::<()>();
        let bus = self.bus.clone();
        let thread = thread::spawn(move || {
            bus.emit(Event::Started(id));
            let mut percent = 0;
            while let Err(mpsc::RecvTimeoutError::Timeout) = cancelled.recv_timeout(Duration::from_millis(4)) {
                percent = (percent + 1) % 100;
                bus.emit(Event::Progress(id, percent));
            }
        });
        self.jobs.insert(id, Job { cancel, thread });
    }

    fn shutdown(&mut self) {
        for (id, job) in self.jobs.drain() {
            let _ = job.cancel.send(());
            if job.thread.join().is_err() {
                eprintln!("job {id} panicked");
            }
        }
        self.bus.close();
    }
}

fn main() {
    let mut agent = Agent::new();
    let events = agent.bus.listen();
    let console = thread::spawn(move || {
        let mut seen = 0;
        for event in events {
            match event {
                Event::Started(id) => println!("job {id} started"),
                Event::Progress(..) => seen += 1,
            }
        }
        seen > 0
    });
    agent.run(7);
    thread::sleep(Duration::from_millis(40));
    agent.shutdown();
    println!("console saw progress: {:?}", console.join());
}
