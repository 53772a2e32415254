use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

type Pending = Arc<Mutex<HashMap<u32, Sender<String>>>>;

pub struct Client {
    stream: UnixStream,
    pending: Pending,
    next: AtomicU32,
}

fn read_replies(stream: UnixStream, pending: &Pending) {
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        let Some((id, text)) = line.split_once(' ') else {
            eprintln!("not a reply: {line}");
            continue;
        };
        let id = id.parse().unwrap_or(0);
        let waiting = pending.lock().ok().and_then(|mut all| all.remove(&id));
        if let Some(waiting) = waiting {
            let _ = waiting.send(text.to_owned());
        }
    }
    if let Ok(mut all) = pending.lock() {
        all.clear();
    }
}

impl Client {
    pub fn new(stream: UnixStream) -> io::Result<Client> {
        let pending = Pending::default();
        let (incoming, table) = (stream.try_clone()?, pending.clone());
        thread::spawn(move || read_replies(incoming, &table));
        Ok(Client { stream, pending, next: AtomicU32::new(1) })
    }

    pub fn ask(&self, text: &str) -> Option<String> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let (reply, replies) = channel();
        self.pending.lock().ok()?.insert(id, reply);
        writeln!(&self.stream, "{id} {text}").ok()?;
        replies.recv().ok()
    }
}
