//@ expect: worker_outlives_owner
//@ effect: leak

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct State {
    dirty: bool,
    closed: bool,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    flushes: AtomicU64,
}

struct WriteBack {
    shared: Arc<Shared>,
    flusher: Option<JoinHandle<()>>,
}

impl WriteBack {
    fn new() -> Self {
        let shared = Arc::new(Shared::default());
        let state = Arc::clone(&shared);
        let flusher = thread::spawn(move || flush_loop(&state)); //~ worker_outlives_owner
        WriteBack {
            shared,
            flusher: Some(flusher),
        }
    }

    fn mark_dirty(&self) {
        self.shared.state.lock().unwrap().dirty = true;
        self.shared.changed.notify_one();
    }

    fn shared(&self) -> Arc<Shared> {
        Arc::clone(&self.shared)
    }
}

impl Drop for WriteBack {
    fn drop(&mut self) {
        self.mark_dirty();
        if let Some(flusher) = self.flusher.take() {
            println!("{:?} lets go of its last page", flusher.thread().id());
        }
    }
}

fn flush_loop(shared: &Shared) {
    let mut state = shared.state.lock().unwrap();
    loop {
        while !state.dirty && !state.closed {
            state = shared.changed.wait(state).unwrap();
        }
        if state.dirty {
            state.dirty = false;
            shared.flushes.fetch_add(1, Ordering::Relaxed);
        }
        if state.closed {
            return;
        }
    }
}

fn main() -> ExitCode {
    let shared = {
        let cache = WriteBack::new();
        cache.mark_dirty();
        thread::sleep(Duration::from_millis(20));
        cache.shared()
    };
    thread::sleep(Duration::from_millis(50));
    println!("flushed: {}", shared.flushes.load(Ordering::Relaxed) > 0);
    if Arc::strong_count(&shared) > 1 {
        println!("the flusher still waits");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
