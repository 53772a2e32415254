//@ expect: ineffective_abort
//@ effect: hang

use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Inner {
    dirty: Vec<u32>,
    closing: bool,
}

#[derive(Default)]
struct Cache {
    inner: Mutex<Inner>,
    work: Condvar,
}

impl Cache {
    fn touch(&self, page: u32) {
        self.inner.lock().unwrap().dirty.push(page);
        self.work.notify_one();
    }

    fn write_back(&self) -> usize {
        let mut written = 0;
        let mut inner = self.inner.lock().unwrap();
        loop {
            while inner.dirty.is_empty() && !inner.closing {
                inner = self.work.wait(inner).unwrap();
            }
            if inner.dirty.is_empty() {
                return written;
            }
            written += inner.dirty.drain(..).count();
        }
    }

    fn close(&self) {
        let mut inner = self.inner.lock().unwrap();
        inner.closing = true; //~ ineffective_abort
    }
}

fn main() {
    let cache = Arc::new(Cache::default());
    let flusher = {
        let cache = cache.clone();
        thread::spawn(move || cache.write_back())
    };
    for page in 0..4 {
        cache.touch(page);
    }
    thread::sleep(Duration::from_millis(50));
    cache.close();
    println!("{} pages", flusher.join().unwrap());
}
