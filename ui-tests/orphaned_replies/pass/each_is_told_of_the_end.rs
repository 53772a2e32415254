//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;

#[derive(Debug)]
struct Closed;

enum Message {
    Response(u64, String),
    Shutdown,
}

#[derive(Default)]
struct Calls {
    waiting: Mutex<HashMap<u64, Sender<Result<String, Closed>>>>,
}

impl Calls {
    fn register(&self, id: u64) -> Receiver<Result<String, Closed>> {
        let (sender, reply) = mpsc::channel();
        self.waiting.lock().unwrap().insert(id, sender);
        reply
    }

    fn resolve(&self, id: u64, text: String) -> Result<(), Closed> {
        let sender = self.waiting.lock().unwrap().remove(&id).ok_or(Closed)?;
        sender.send(Ok(text)).map_err(|_| Closed)
    }

    fn cancel_outstanding(&self) {
        let waiting = self.waiting.lock().unwrap();
        for (id, sender) in &*waiting {
            if sender.send(Err(Closed)).is_err() {
                println!("nobody waits for {id} any more");
            }
        }
    }
}

struct Transport {
    calls: Arc<Calls>,
    next: u64,
}

impl Transport {
    fn new(messages: Receiver<Message>) -> Transport {
        let calls = Arc::new(Calls::default());
        let pending = Arc::clone(&calls);
        thread::spawn(move || {
            loop {
                match messages.recv() {
                    Err(_) | Ok(Message::Shutdown) => break,
                    Ok(Message::Response(id, text)) => {
                        if pending.resolve(id, text).is_err() {
                            break;
                        }
                    }
                }
            }
            pending.cancel_outstanding();
        });
        Transport { calls, next: 0 }
    }

    fn call(&mut self) -> Receiver<Result<String, Closed>> {
        self.next += 1;
        self.calls.register(self.next)
    }
}

fn main() {
    let (browser, messages) = mpsc::channel();
    let mut transport = Transport::new(messages);
    let (first, second) = (transport.call(), transport.call());
    let _ = browser.send(Message::Response(1, "done".to_owned()));
    println!("{:?}", first.recv());
    let _ = browser.send(Message::Shutdown);
    println!("{:?}", second.recv());
}
