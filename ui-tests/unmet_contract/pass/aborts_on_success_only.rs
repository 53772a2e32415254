//@ expect: none
//@ effect: none

use std::fmt;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::{aborts, must_abort};

#[derive(Debug)]
enum CloseError {
    Unsaved(usize),
}

impl fmt::Display for CloseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CloseError::Unsaved(changes) = self;
        write!(f, "{changes} unsaved changes")
    }
}

#[derive(Default)]
struct Lock {
    released: Mutex<bool>,
    changed: Condvar,
}

#[must_abort(release)]
struct Document {
    lock: Arc<Lock>,
    unsaved: usize,
}

impl Document {
    fn release(&self) {
        *self.lock.released.lock().unwrap() = true;
        self.lock.changed.notify_all();
    }

    #[aborts(self, on = "ok")]
    fn close(&self) -> Result<(), CloseError> {
        if self.unsaved > 0 {
            return Err(CloseError::Unsaved(self.unsaved));
        }
        self.release();
        Ok(())
    }

    fn save(&mut self) {
        self.unsaved = 0;
    }
}

fn next_editor(lock: Arc<Lock>) -> Receiver<&'static str> {
    let (turn, turns) = mpsc::channel();
    thread::spawn(move || {
        let released = lock.released.lock().unwrap();
        let released = lock.changed.wait_while(released, |released| !*released);
        let _ = turn.send(if released.is_ok() { "mine" } else { "nobody's" });
    });
    turns
}

fn main() {
    let lock = Arc::new(Lock::default());
    let turns = next_editor(Arc::clone(&lock));
    let mut document = Document { lock, unsaved: 2 };
    if let Err(err) = document.close() {
        println!("not closed: {err}");
        document.save();
        document.release();
    }
    println!("{:?}", turns.recv());
}
