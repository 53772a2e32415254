//@ expect: none
//@ effect: none

//! A thread waits for threads that it has started: whatever it does with the sender before, theirs is the only wait for its end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;
fn two(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    let p = thread::spawn(move || {
        for i in 0..3 {
            let _ = tx.send(i);
        }
    });
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    p.join().unwrap();
    c.join().unwrap()
}
fn drops(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    let _ = tx.send(1);
    drop(tx);
    c.join().unwrap()
}
fn by_scope(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    {
        let mine = tx;
        let _ = mine.send(1);
    }
    c.join().unwrap()
}
fn pool(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    let hs: Vec<_> = (0..3)
        .map(|i| {
            let tx = tx.clone();
            thread::spawn(move || {
                let _ = tx.send(i);
            })
        })
        .collect();
    drop(tx);
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    for h in hs {
        h.join().unwrap();
    }
    c.join().unwrap()
}
struct Guard(Arc<AtomicBool>);
impl Drop for Guard {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}
fn flag(stop: Arc<AtomicBool>) -> u32 {
    let seen = stop.clone();
    let w = thread::spawn(move || {
        let mut n = 0;
        while !seen.load(Ordering::SeqCst) {
            n += 1;
            thread::yield_now();
        }
        n
    });
    drop(Guard(stop));
    w.join().unwrap().min(1)
}
fn into_struct(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    struct P {
        tx: Option<Sender<u32>>,
    }
    impl P {
        fn close(&mut self) {
            self.tx.take();
        }
    }
    let mut p = P { tx: Some(tx) };
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    if let Some(tx) = &p.tx {
        let _ = tx.send(3);
    }
    p.close();
    c.join().unwrap()
}
fn consume(tx: Sender<u32>) {
    let _ = tx.send(9);
}
fn by_call(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    consume(tx);
    c.join().unwrap()
}
fn handoff(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    let (give, take) = sync_channel::<Sender<u32>>(1);
    let h = thread::spawn(move || {
        for tx in take {
            let _ = tx.send(4);
        }
    });
    give.send(tx).unwrap();
    drop(give);
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    h.join().unwrap();
    c.join().unwrap()
}
fn boxed(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    let jobs: Vec<Box<dyn FnOnce() + Send>> = vec![Box::new(move || {
        let _ = tx.send(1);
    })];
    let c = thread::spawn(move || rx.iter().sum::<u32>());
    for job in jobs {
        job();
    }
    c.join().unwrap()
}
fn scoped(tx: Sender<u32>, rx: Receiver<u32>) -> u32 {
    thread::scope(|s| {
        s.spawn(move || {
            let _ = tx.send(1);
        });
        s.spawn(move || rx.iter().sum::<u32>()).join().unwrap()
    })
}
fn main() {
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || two(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || drops(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || by_scope(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || pool(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || into_struct(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || by_call(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || handoff(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || boxed(tx, rx)).join().unwrap());
    let (tx, rx) = channel();
    println!("{}", thread::spawn(move || scoped(tx, rx)).join().unwrap());
    let f = Arc::new(AtomicBool::new(false));
    println!("{}", thread::spawn(move || flag(f)).join().unwrap());
}
