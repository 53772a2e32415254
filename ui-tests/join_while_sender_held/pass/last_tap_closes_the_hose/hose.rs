use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

struct State<T> {
    items: VecDeque<T>,
    closed: bool,
    producers: usize,
}

struct Shared<T> {
    state: Mutex<State<T>>,
    ready: Condvar,
}

pub struct Tap<T>(Arc<Shared<T>>);

pub struct Drain<T>(Arc<Shared<T>>);

pub fn hose<T>() -> (Tap<T>, Drain<T>) {
    let shared =
        Arc::new(Shared { state: Mutex::new(State { items: VecDeque::new(), closed: false, producers: 1 }), ready: Condvar::new() });
    (Tap(Arc::clone(&shared)), Drain(shared))
}

impl<T> Clone for Tap<T> {
    fn clone(&self) -> Self {
        self.0.state.lock().unwrap().producers += 1;
        Tap(Arc::clone(&self.0))
    }
}

impl<T> Drop for Tap<T> {
    fn drop(&mut self) {
        let mut state = self.0.state.lock().unwrap();
        state.producers -= 1;
        if state.producers == 0 {
            state.closed = true;
            drop(state);
            self.0.ready.notify_all();
        }
    }
}

impl<T> Tap<T> {
    pub fn pour(&self, item: T) -> bool {
        let mut state = self.0.state.lock().unwrap();
        if state.closed {
            return false;
        }
        state.items.push_back(item);
        self.0.ready.notify_one();
        true
    }
}

impl<T> Drain<T> {
    fn next(&self) -> Option<T> {
        let mut state = self.0.state.lock().unwrap();
        loop {
            if let Some(item) = state.items.pop_front() {
                return Some(item);
            }
            if state.closed {
                return None;
            }
            state = self.0.ready.wait(state).unwrap();
        }
    }
}

impl<T> Iterator for Drain<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        Drain::next(self)
    }
}
