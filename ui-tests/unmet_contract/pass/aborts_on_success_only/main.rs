//@ expect: none
//@ effect: none

mod document;

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use document::{Document, Lock};

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
