//! The users of something are counted, and the drop of the last one stops who watches it.
//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;
#[derive(Default)]
struct Shared {
    users: AtomicUsize,
    over: AtomicBool,
}
struct User(Arc<Shared>);
impl User {
    fn new(shared: &Arc<Shared>) -> User {
        shared.users.fetch_add(1, Ordering::SeqCst);
        User(shared.clone())
    }
}
impl Drop for User {
    fn drop(&mut self) {
        if self.0.users.fetch_sub(1, Ordering::SeqCst) == 1 {
            self.0.over.store(true, Ordering::SeqCst);
        }
    }
}
fn main() {
    let shared = Arc::new(Shared::default());
    let user = User::new(&shared);
    let worker = thread::spawn(move || {
        while !shared.over.load(Ordering::SeqCst) {
            thread::sleep(Duration::from_millis(1));
        }
    });
    drop(user);
    worker.join().unwrap();
}
