use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

struct State {
    subscriptions: HashMap<u64, String>,
    next: u64,
    // To shut down, its sender is sent a sender by which the thread says that it is done.
    shutdown: Option<Sender<Sender<()>>>,
}

#[derive(Clone)]
pub struct Client {
    state: Arc<Mutex<State>>,
}

impl Client {
    pub fn connect() -> Client {
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

    pub fn subscribe(&self, subject: &str) -> Option<u64> {
        let mut state = self.state.lock().unwrap();
        if state.shutdown.is_none() {
            return None;
        }
        let id = state.next;
        state.next += 1;
        state.subscriptions.insert(id, subject.to_owned());
        Some(id)
    }

    pub fn close(&self) {
        let shutdown = self.state.lock().unwrap().shutdown.take();
        if let Some(shutdown) = shutdown {
            let (done, is_done) = mpsc::channel();
            if shutdown.send(done).is_ok() {
                let _ = is_done.recv();
            }
        }
    }
}
