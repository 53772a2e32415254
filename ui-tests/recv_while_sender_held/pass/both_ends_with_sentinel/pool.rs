use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

use crate::message::Message;

pub struct PoolState {
    outbox: Mutex<Sender<Message>>,
    inbox: Mutex<Receiver<Message>>,
    owners: AtomicUsize,
    size: usize,
}

pub struct Pool {
    pub state: Arc<PoolState>,
}

impl PoolState {
    fn send(&self, message: Message) -> bool {
        self.outbox.lock().is_ok_and(|outbox| outbox.send(message).is_ok())
    }

    fn work(&self) {
        loop {
            let message = match self.inbox.lock() {
                Ok(inbox) => inbox.recv(),
                Err(_) => return,
            };
            match message {
                Ok(Message::Run(job)) => job(),
                Ok(Message::Close) | Err(_) => return,
            }
        }
    }
}

impl Pool {
    pub fn new(size: usize) -> Pool {
        let (outbox, inbox) = mpsc::channel();
        let state = Arc::new(PoolState { outbox: Mutex::new(outbox), inbox: Mutex::new(inbox), owners: AtomicUsize::new(1), size });
        for _ in 0..size {
            let state = Arc::clone(&state);
            thread::spawn(move || state.work());
        }
        Pool { state }
    }

    pub fn run(&self, job: impl FnOnce() + Send + 'static) -> bool {
        self.state.send(Message::Run(Box::new(job)))
    }
}

impl Clone for Pool {
    fn clone(&self) -> Self {
        self.state.owners.fetch_add(1, Ordering::Relaxed);
        let state = Arc::clone(&self.state);
        Pool { state }
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        if self.state.owners.fetch_sub(1, Ordering::Relaxed) == 1 {
            for _ in 0..self.state.size {
                self.state.send(Message::Close);
            }
        }
    }
}
