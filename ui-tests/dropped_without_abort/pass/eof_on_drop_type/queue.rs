use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};

use must_abort::must_abort;

struct State<T> {
    items: VecDeque<T>,
    writers: usize,
}

type Shared<T> = Arc<(Mutex<State<T>>, Condvar)>;

#[must_abort(on_drop = "eof", role = "sender")]
pub struct Writer<T> {
    shared: Shared<T>,
}

pub struct Reader<T> {
    shared: Shared<T>,
}

pub fn queue<T>() -> (Writer<T>, Reader<T>) {
    let state = State { items: VecDeque::new(), writers: 1 };
    let shared = Arc::new((Mutex::new(state), Condvar::new()));
    let writer = Writer { shared: Arc::clone(&shared) };
    (writer, Reader { shared })
}

impl<T> Writer<T> {
    pub fn write(&self, item: T) {
        self.shared.0.lock().unwrap().items.push_back(item);
        self.shared.1.notify_one();
    }
}

impl<T> Clone for Writer<T> {
    fn clone(&self) -> Self {
        self.shared.0.lock().unwrap().writers += 1;
        let shared = Arc::clone(&self.shared);
        Writer { shared }
    }
}

impl<T> Drop for Writer<T> {
    fn drop(&mut self) {
        if let Ok(mut state) = self.shared.0.lock() {
            state.writers -= 1;
        }
        self.shared.1.notify_all();
    }
}

impl<T> Iterator for Reader<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let mut state = self.shared.0.lock().unwrap();
        loop {
            if let Some(item) = state.items.pop_front() {
                return Some(item);
            }
            if state.writers == 0 {
                return None;
            }
            state = self.shared.1.wait(state).unwrap();
        }
    }
}
