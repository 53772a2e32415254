use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

use must_abort::must_abort;

use crate::page::Page;

#[derive(Default)]
struct Stack {
    pages: VecDeque<Page>,
    closed: bool,
}

/// The pages of one document between the renderer and the printer.
#[must_abort(close)]
#[derive(Default)]
pub struct Tray {
    stack: Mutex<Stack>,
    changed: Condvar,
}

impl Tray {
    pub fn put(&self, page: Page) {
        self.stack.lock().unwrap().pages.push_back(page);
        self.changed.notify_one();
    }

    pub fn take(&self) -> Option<Page> {
        let mut stack = self.stack.lock().unwrap();
        loop {
            if let Some(page) = stack.pages.pop_front() {
                return Some(page);
            }
            if stack.closed {
                return None;
            }
            stack = self.changed.wait(stack).unwrap();
        }
    }

    pub fn close(&self) {
        self.stack.lock().unwrap().closed = true;
        self.changed.notify_all();
    }
}
