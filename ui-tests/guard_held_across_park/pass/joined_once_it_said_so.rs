//@ expect: none
//@ effect: none

use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Default)]
struct Progress {
    requests: usize,
    producer_done: bool,
    consumer_done: bool,
}

#[derive(Default)]
struct Shared {
    progress: Mutex<Progress>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Progress> {
        self.progress.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
    }

    fn for_each_request(&self, mut serve: impl FnMut()) {
        let mut progress = self.lock();
        while !progress.producer_done {
            if progress.requests == 0 {
                progress = self.changed.wait(progress).unwrap_or_else(|poisoned| poisoned.into_inner());
                continue;
            }
            progress.requests -= 1;
            drop(progress);
            serve();
            progress = self.lock();
        }
        progress.consumer_done = true;
        self.changed.notify_one();
    }
}

struct Helper {
    thread: JoinHandle<()>,
    shared: Arc<Shared>,
}

impl Helper {
    fn spawn(serve: impl FnMut() + Send + 'static) -> Helper {
        let shared = Arc::new(Shared::default());
        let served = Arc::clone(&shared);
        let thread = thread::spawn(move || served.for_each_request(serve));
        Helper { thread, shared }
    }

    fn request(&self) {
        self.shared.lock().requests += 1;
        self.shared.changed.notify_one();
    }

    fn finish(self) {
        self.shared.lock().producer_done = true;
        self.shared.changed.notify_one();
        let mut progress = self.shared.lock();
        for _ in 0..100 {
            if progress.consumer_done {
                break;
            }
            let waited = self.shared.changed.wait_timeout(progress, Duration::from_millis(10));
            progress = waited.unwrap_or_else(|poisoned| poisoned.into_inner()).0;
        }
        // It says so with the lock in hand, and takes it no more.
        if progress.consumer_done {
            let _ = self.thread.join();
        }
    }
}

fn main() {
    let helper = Helper::spawn(|| println!("one more token"));
    helper.request();
    helper.request();
    thread::sleep(Duration::from_millis(20));
    helper.finish();
}
