//@ expect: none
//@ effect: none

mod message;
mod pool;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use pool::Pool;

fn main() {
    let pool = Pool::new(2);
    let state = Arc::downgrade(&pool.state);
    let second = pool.clone();
    println!("queued: {}", pool.run(|| println!("a job")));
    drop(pool);
    println!("queued: {}", second.run(|| thread::sleep(Duration::from_millis(1))));
    drop(second);
    thread::sleep(Duration::from_millis(60));
    println!("{} owners left", state.strong_count());
}
