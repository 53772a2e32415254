use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

#[derive(Debug)]
pub enum Outcome<T> {
    Finished(T),
    TimedOut,
    Panicked,
}

pub struct Job<T> {
    cancel: Arc<AtomicBool>,
    handle: JoinHandle<()>,
    limit: Duration,
    result: std::sync::mpsc::Receiver<T>,
}

pub fn launch<T, F>(limit: Duration, work: F) -> Job<T>
where
    T: Send + 'static,
    F: FnOnce(&AtomicBool) -> T + Send + 'static,
{
    let cancel = Arc::new(AtomicBool::new(false));
    let (sender, result) = channel();
    let flag = Arc::clone(&cancel);
    let handle = thread::spawn(move || {
        let value = work(&flag);
        let _ = sender.send(value);
    });
    Job { cancel, handle, limit, result }
}

impl<T> Job<T> {
    pub fn wait(self) -> Outcome<T> {
        match self.result.recv_timeout(self.limit) { //~ abandoned_worker
            Ok(value) => {
                let _ = self.handle.join();
                Outcome::Finished(value)
            }
            Err(RecvTimeoutError::Timeout) => {
                Outcome::TimedOut
            }
            Err(RecvTimeoutError::Disconnected) => Outcome::Panicked,
        }
    }
}

pub fn spin(flag: &AtomicBool) -> u64 {
    let mut rounds = 0;
    while !flag.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(1));
        rounds += 1;
    }
    rounds
}
