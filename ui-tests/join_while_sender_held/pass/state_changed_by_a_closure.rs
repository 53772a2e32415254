//@ expect: none
//@ effect: none

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

#[derive(Debug, Default)]
struct Progress {
    page: u32,
    closed: bool,
}

#[derive(Clone, Default)]
struct Reading {
    progress: Arc<(Mutex<Progress>, Condvar)>,
}

impl Reading {
    fn change<R>(&self, change: impl FnOnce(&mut Progress) -> R) -> R {
        let result = change(&mut self.progress.0.lock().unwrap_or_else(PoisonError::into_inner));
        self.progress.1.notify_all();
        result
    }

    fn turn(&self) -> u32 {
        self.change(|progress| {
            progress.page += 1;
            progress.page
        })
    }

    fn close(&self) {
        self.change(|progress| progress.closed = true);
    }

    fn follow(&self) -> JoinHandle<u32> {
        let (progress, changed) = (Arc::clone(&self.progress), self.clone());
        thread::spawn(move || {
            let open = progress.0.lock().unwrap_or_else(PoisonError::into_inner);
            let closed = changed.progress.1.wait_while(open, |progress| !progress.closed);
            closed.map_or(0, |progress| progress.page)
        })
    }
}

fn main() {
    let reading = Reading::default();
    let follower = reading.follow();
    for _ in 0..3 {
        println!("page {}", reading.turn());
    }
    reading.close();
    println!("closed at {:?}", follower.join().ok());
}
