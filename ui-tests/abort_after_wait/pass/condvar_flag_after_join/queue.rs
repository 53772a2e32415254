use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

#[derive(Default)]
struct State {
    jobs: VecDeque<u32>,
    closing: bool,
}

#[derive(Default)]
pub struct Queue {
    state: Mutex<State>,
    changed: Condvar,
}

impl Queue {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn push(&self, job: u32) {
        self.state().jobs.push_back(job);
        self.changed.notify_one();
    }

    pub fn pop(&self) -> Option<u32> {
        let waiting = self.changed.wait_while(self.state(), |state| state.jobs.is_empty() && !state.closing);
        waiting.unwrap_or_else(PoisonError::into_inner).jobs.pop_front()
    }

    pub fn close(&self) {
        self.state().closing = true;
        self.changed.notify_all();
    }
}
