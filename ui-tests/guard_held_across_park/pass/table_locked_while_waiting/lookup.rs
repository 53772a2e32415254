use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

type Waiting = Arc<Mutex<HashMap<String, Sender<String>>>>;

pub struct Resolver {
    queries: Sender<String>,
    waiting: Waiting,
}

fn answer(queries: Receiver<String>, waiting: &Waiting) {
    for host in queries {
        let address = format!("10.0.0.{}", host.len());
        let asker = waiting.lock().ok().and_then(|mut table| table.remove(&host));
        if let Some(asker) = asker {
            let _ = asker.send(address);
        }
    }
    if let Ok(mut table) = waiting.lock() {
        table.clear();
    }
}

impl Resolver {
    pub fn start() -> Resolver {
        let (queries, inbox) = channel();
        let waiting = Waiting::default();
        let table = Arc::clone(&waiting);
        thread::spawn(move || answer(inbox, &table));
        Resolver { queries, waiting }
    }

    pub fn resolve(&self, host: &str) -> Option<String> {
        let mut table = self.waiting.lock().ok()?;
        let (asker, reply) = channel();
        table.insert(host.to_owned(), asker);
        drop(table);
        self.queries.send(host.to_owned()).ok()?;
        reply.recv().ok()
    }
}
