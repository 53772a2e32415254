//@ expect: join_while_sender_held
//@ effect: hang

mod executor;
mod pool;

use std::thread::{Builder, JoinHandle};

use executor::Executor;
use pool::Pool;

#[derive(Default)]
struct Metrics {
    runs: std::sync::atomic::AtomicUsize,
}

fn launch(name: String, body: Box<dyn FnOnce() + Send>) -> JoinHandle<()> {
    Builder::new().name(name).spawn(body).expect("thread")
}

fn main() {
    let pool: Box<dyn Executor> = Box::new(Pool::new(2));
    for n in 0..4 {
        pool.submit(Box::new(move |metrics| {
            metrics.runs.fetch_add(n, std::sync::atomic::Ordering::Relaxed);
        }));
    }
    println!("{} runs", pool.close());
}
