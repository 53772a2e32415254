//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::{must_abort, pairs, parks, sends};

struct Inner<T> {
    queue: Mutex<(VecDeque<T>, bool)>,
    ready: Condvar,
}

/// The sending half of a channel of our own; who receives waits until it is closed.
#[must_abort(close, on_drop = "silent", role = "sender")]
struct Tx<T>(Arc<Inner<T>>);

#[must_abort(on_drop = "silent", role = "receiver")]
struct Rx<T>(Arc<Inner<T>>);

impl<T> Rx<T> {
    fn abort(self) {}
}

#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
fn line<T>() -> (Tx<T>, Rx<T>) {
    let inner = Arc::new(Inner { queue: Mutex::new((VecDeque::new(), false)), ready: Condvar::new() });
    (Tx(inner.clone()), Rx(inner))
}

impl<T> Tx<T> {
    #[sends(self)]
    fn push(&self, item: T) {
        self.0.queue.lock().unwrap().0.push_back(item);
        self.0.ready.notify_one();
    }

    fn close(self) {
        self.0.queue.lock().unwrap().1 = true;
        self.0.ready.notify_all();
    }
}

impl<T> Rx<T> {
    #[parks(self)]
    fn pull(&self) -> Option<T> {
        let mut queue = self.0.queue.lock().unwrap();
        loop {
            match queue.0.pop_front() {
                Some(item) => return Some(item),
                None if queue.1 => return None,
                None => queue = self.0.ready.wait(queue).unwrap(),
            }
        }
    }
}

struct Press {
    sheets: Tx<String>,
    thread: thread::JoinHandle<usize>,
}

impl Press {
    fn start() -> Press {
        let (sheets, tray) = line::<String>();
        let thread = thread::spawn(move || {
            let mut printed = 0;
            while let Some(sheet) = tray.pull() {
                printed += sheet.len();
            }
            tray.abort();
            printed
        });
        Press { sheets, thread }
    }

    fn stop(self) -> usize {
        let Press { sheets, thread } = self;
        sheets.close();
        let printed = thread.join().unwrap();
        printed
    }
}

fn main() {
    let press = Press::start();
    press.sheets.push("front page".to_owned());
    press.sheets.push("weather".to_owned());
    println!("{} letters", press.stop());
}
