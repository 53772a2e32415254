//@ expect: worker_keeps_own_sender
//@ effect: leak

use std::collections::HashMap;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

struct State {
    subscriptions: HashMap<u64, String>,
    next: u64,
    // To shut down, its sender is sent a sender by which the thread says that it is done.
    shutdown: Option<Sender<Sender<()>>>,
}

#[derive(Clone)]
struct Client {
    state: Arc<Mutex<State>>,
}

impl Client {
    fn connect() -> Client {
        let (shutdown, stop) = mpsc::channel();
        let state = State { subscriptions: HashMap::new(), next: 1, shutdown: Some(shutdown) };
        let client = Client { state: Arc::new(Mutex::new(state)) };
        let served = client.clone();
        thread::spawn(move || served.serve(&stop));
        client
    }

    fn serve(&self, stop: &Receiver<Sender<()>>) {
        println!("{} subscriptions", self.state.lock().unwrap().subscriptions.len());
        let done = stop.recv(); //~ worker_keeps_own_sender
        self.state.lock().unwrap().subscriptions.clear();
        if let Ok(done) = done {
            let _ = done.send(());
        }
    }

    fn subscribe(&self, subject: &str) -> Option<u64> {
        let mut state = self.state.lock().unwrap();
        if state.shutdown.is_none() {
            return None;
        }
        let id = state.next;
        state.next += 1;
        state.subscriptions.insert(id, subject.to_owned());
        Some(id)
    }

    fn close(&self) {
        let shutdown = self.state.lock().unwrap().shutdown.take();
        if let Some(shutdown) = shutdown {
            let (done, is_done) = mpsc::channel();
            if shutdown.send(done).is_ok() {
                let _ = is_done.recv();
            }
        }
    }
}

struct Connection {
    client: Client,
}

impl Connection {
    fn open() -> Connection {
        Connection { client: Client::connect() }
    }
}

fn talk(politely: bool) -> Option<u64> {
    let connection = Connection::open();
    let id = connection.client.subscribe("orders.*");
    if politely {
        connection.client.close();
    }
    id
}

fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}

fn main() -> ExitCode {
    println!("{:?} {:?}", talk(true), talk(std::env::args().count() > 3));
    thread::sleep(Duration::from_millis(200));
    if threads() > 1 {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
