//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct State {
    dirty: bool,
    closed: bool,
    flushes: u32,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    fn flush_loop(&self) -> u32 {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            while !state.dirty && !state.closed {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            }
            if state.dirty {
                state.dirty = false;
                state.flushes += 1;
            }
            if state.closed {
                return state.flushes;
            }
        }
    }
}

struct WriteBack {
    shared: Arc<Shared>,
    flusher: Option<JoinHandle<u32>>,
}

impl WriteBack {
    fn new() -> Self {
        let shared = Arc::new(Shared::default());
        let state = Arc::clone(&shared);
        let flusher = thread::spawn(move || state.flush_loop());
        WriteBack { shared, flusher: Some(flusher) }
    }

    fn mark_dirty(&self) {
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner).dirty = true;
        self.shared.changed.notify_one();
    }
}

impl Drop for WriteBack {
    fn drop(&mut self) {
        self.mark_dirty();
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner).closed = true;
        self.shared.changed.notify_one();
        if let Some(flusher) = self.flusher.take() {
            println!("{} lets go of its last page", flusher.thread().name().unwrap_or("the cache"));
        }
    }
}

fn one_write() -> Weak<Shared> {
    let cache = WriteBack::new();
    cache.mark_dirty();
    thread::sleep(Duration::from_millis(20));
    Arc::downgrade(&cache.shared)
}

fn main() -> ExitCode {
    let shared = one_write();
    thread::sleep(Duration::from_millis(60));
    if shared.strong_count() > 0 {
        println!("the flusher still waits");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
