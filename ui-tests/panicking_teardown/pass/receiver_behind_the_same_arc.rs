//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};

// A pool without threads of its own: whoever has time calls `work`. Its handles share both ends of the channel, so that the last one's
// message always finds the receiver there.
enum Message {
    Run(Box<dyn FnOnce() + Send>),
    Close,
}

struct Inner {
    tx: Mutex<Sender<Message>>,
    rx: Mutex<Receiver<Message>>,
    handles: AtomicUsize,
    size: usize,
}

pub struct CpuPool {
    inner: Arc<Inner>,
}

impl CpuPool {
    pub fn new(size: usize) -> CpuPool {
        let (tx, rx) = mpsc::channel();
        CpuPool { inner: Arc::new(Inner { tx: Mutex::new(tx), rx: Mutex::new(rx), handles: AtomicUsize::new(1), size }) }
    }

    pub fn execute(&self, job: Box<dyn FnOnce() + Send>) {
        self.inner.send(Message::Run(job));
    }

    pub fn work(&self) -> usize {
        let mut done = 0;
        while let Ok(Message::Run(job)) = self.inner.rx.lock().unwrap().try_recv() {
            job();
            done += 1;
        }
        done
    }
}

impl Inner {
    fn send(&self, message: Message) {
        self.tx.lock().unwrap().send(message).unwrap();
    }
}

impl Clone for CpuPool {
    fn clone(&self) -> CpuPool {
        self.inner.handles.fetch_add(1, Ordering::Relaxed);
        CpuPool { inner: Arc::clone(&self.inner) }
    }
}

impl Drop for CpuPool {
    fn drop(&mut self) {
        if self.inner.handles.fetch_sub(1, Ordering::Relaxed) == 1 {
            for _ in 0..self.inner.size {
                self.inner.send(Message::Close);
            }
        }
    }
}

fn main() {
    let mut pools = vec![CpuPool::new(2)];
    pools.push(pools[0].clone());
    pools[0].execute(Box::new(|| println!("one job")));
    println!("{} done", pools[1].work());
    pools.clear();
    println!("{} pools are left", pools.len());
}
