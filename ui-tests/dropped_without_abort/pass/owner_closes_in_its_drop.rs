//@ expect: none
//@ effect: none

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use must_abort::must_abort;

#[derive(Default)]
struct Door {
    open: Mutex<bool>,
    moved: Condvar,
}

#[must_abort(open)]
struct Handle {
    door: Arc<Door>,
}

impl Handle {
    fn open(&self) {
        if let Ok(mut open) = self.door.open.lock() {
            *open = true;
        }
        self.door.moved.notify_all();
    }
}

struct Room {
    name: &'static str,
    handle: Option<Handle>,
    visitor: Option<JoinHandle<bool>>,
}

impl Room {
    fn lock(name: &'static str) -> Room {
        let door = Arc::new(Door::default());
        let handle = Handle { door: Arc::clone(&door) };
        let visitor = thread::spawn(move || {
            let Ok(mut open) = door.open.lock() else {
                return false;
            };
            while !*open {
                match door.moved.wait(open) {
                    Ok(guard) => open = guard,
                    Err(_) => return false,
                }
            }
            true
        });
        Room { name, handle: Some(handle), visitor: Some(visitor) }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.open();
        }
        if let Some(visitor) = self.visitor.take() {
            println!("{} visited: {:?}", self.name, visitor.join().ok());
        }
    }
}

fn main() {
    let kitchen = Room::lock("kitchen");
    let mut hall = Room::lock("hall");
    if let Some(handle) = hall.handle.take() {
        handle.open();
    }
    drop(hall);
    println!("only the {} is locked", kitchen.name);
}
