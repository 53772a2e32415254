//@ expect: none
//@ effect: none

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
use std::mem;
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

type Reply = Sender<Result<String, &'static str>>;

#[derive(Clone, Default)]
struct Pending(Arc<Mutex<BTreeMap<u32, Reply>>>);

impl Pending {
    fn add(&self, id: u32, reply: Reply) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id, reply);
    }

    fn resolve(&self, id: u32, text: &str) {
        let reply = self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&id);
        if let Some(reply) = reply {
            let _ = reply.send(Ok(text.to_owned()));
        }
    }

    fn fail(&self) {
        let all = mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        for reply in all.into_values() {
            let _ = reply.send(Err("connection lost"));
        }
    }
}

fn read(socket: UnixStream, pending: &Pending) {
    for line in BufReader::new(socket).lines().map_while(Result::ok) {
        if let Some((id, text)) = line.split_once(' ')
            && let Ok(id) = id.parse()
        {
            pending.resolve(id, text);
        }
    }
    pending.fail();
}

fn main() -> io::Result<()> {
    let (mut ours, theirs) = UnixStream::pair()?;
    let pending = Pending::default();
    let reader = { let pending = pending.clone(); thread::spawn(move || read(theirs, &pending)) };
    let mut answers = Vec::new();
    for id in [1, 2] {
        let (reply, answer) = mpsc::channel();
        pending.add(id, reply);
        answers.push(answer);
    }
    writeln!(ours, "1 hello")?;
    drop(ours);
    for answer in answers {
        println!("{:?}", answer.recv().ok());
    }
    println!("reader ended: {}", reader.join().is_ok());
    Ok(())
}
