use std::fmt;
use std::sync::{Arc, Condvar, Mutex};

use must_abort::{aborts, must_abort};

#[derive(Debug)]
pub enum CloseError {
    Unsaved(usize),
}

impl fmt::Display for CloseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CloseError::Unsaved(changes) = self;
        write!(f, "{changes} unsaved changes")
    }
}

#[derive(Default)]
pub struct Lock {
    pub released: Mutex<bool>,
    pub changed: Condvar,
}

#[must_abort(release)]
pub struct Document {
    pub lock: Arc<Lock>,
    pub unsaved: usize,
}

impl Document {
    pub fn release(&self) {
        *self.lock.released.lock().unwrap() = true;
        self.lock.changed.notify_all();
    }

    #[aborts(self, on = "ok")]
    pub fn close(&self) -> Result<(), CloseError> {
        if self.unsaved > 0 {
            return Err(CloseError::Unsaved(self.unsaved));
        }
        self.release();
        Ok(())
    }

    pub fn save(&mut self) {
        self.unsaved = 0;
    }
}
