use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use crossbeam_channel::{Sender, bounded};

use crate::statement::Statement;

#[derive(Debug)]
pub struct Closed;

struct Link {
    statements: Option<Sender<Statement>>,
    writer: Option<JoinHandle<usize>>,
}

struct Inner {
    host: String,
    link: Mutex<Link>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        let link = self.link.get_mut().unwrap();
        link.statements = None;
        if let Some(writer) = link.writer.take() {
            let written = writer.join().unwrap_or(0);
            println!("{}: some bytes written: {}", self.host, written > 0);
        }
    }
}

#[derive(Clone)]
pub struct Pool {
    inner: Arc<Inner>,
}

impl Pool {
    pub fn connect(host: &str) -> Pool {
        let (statements, queue) = bounded::<Statement>(32);
        let writer = thread::spawn(move || queue.iter().map(|statement| statement.apply()).sum());
        Pool {
            inner: Arc::new(Inner { host: host.to_owned(), link: Mutex::new(Link { statements: Some(statements), writer: Some(writer) }) }),
        }
    }

    pub fn execute(&self, statement: Statement) -> Result<(), Closed> {
        let link = self.inner.link.lock().unwrap();
        match &link.statements {
            Some(statements) => statements.send(statement).map_err(|_| Closed),
            None => Err(Closed),
        }
    }
}
