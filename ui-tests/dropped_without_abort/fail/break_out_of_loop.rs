//@ expect: dropped_without_abort
//@ effect: hang

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use must_abort::must_abort;

struct Inner {
    parts: VecDeque<Vec<u8>>,
    state: State,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    Open,
    Complete,
    Torn,
}

#[must_abort(complete, tear)]
struct Upload {
    inner: Arc<(Mutex<Inner>, Condvar)>,
}

impl Upload {
    fn start() -> (Upload, JoinHandle<Option<usize>>) {
        let inner = Inner {
            parts: VecDeque::new(),
            state: State::Open,
        };
        let inner = Arc::new((Mutex::new(inner), Condvar::new()));
        let remote = Arc::clone(&inner);
        let server = thread::spawn(move || {
            let (inner, changed) = &*remote;
            let inner = inner.lock().unwrap();
            let inner = changed
                .wait_while(inner, |inner| inner.state == State::Open)
                .unwrap();
            let size = inner.parts.iter().map(Vec::len).sum();
            (inner.state == State::Complete).then_some(size)
        });
        (Upload { inner }, server)
    }

    fn part(&self, bytes: &[u8]) {
        self.inner.0.lock().unwrap().parts.push_back(bytes.to_vec());
    }

    fn finish(self, state: State) {
        self.inner.0.lock().unwrap().state = state;
        self.inner.1.notify_all();
    }

    fn complete(self) {
        self.finish(State::Complete);
    }

    fn tear(self) {
        self.finish(State::Torn);
    }
}

fn upload_all(files: &[&str], quota: usize) -> usize {
    let mut servers = Vec::new();
    let mut used = 0;
    for file in files {
        let (upload, server) = Upload::start();
        servers.push(server);
        used += file.len();
        if used > quota {
            eprintln!("quota exceeded at {file}");
            break; //~ dropped_without_abort
        }
        upload.part(file.as_bytes());
        upload.complete();
    }
    let sizes = servers.into_iter().map(|server| server.join());
    sizes.filter_map(|size| size.ok().flatten()).sum()
}

fn main() {
    println!("{} bytes", upload_all(&["a.txt", "b.txt"], 100));
    println!("{} bytes", upload_all(&["c.txt", "long name.txt"], 10));
}
