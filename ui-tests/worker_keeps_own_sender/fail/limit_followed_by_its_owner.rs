//@ expect: worker_keeps_own_sender
//@ effect: hang

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

struct Shared {
    limit: watch::Sender<u32>,
    applied: AtomicU32,
}

struct Limiter {
    shared: Arc<Shared>,
    follower: JoinHandle<()>,
}

async fn follow(shared: Arc<Shared>, mut limit: watch::Receiver<u32>) {
    while limit.changed().await.is_ok() { //~ worker_keeps_own_sender
        let limit = *limit.borrow_and_update();
        shared.applied.store(limit, Ordering::Relaxed);
    }
}

impl Limiter {
    fn new(initial: u32) -> Limiter {
        let (limit, seen) = watch::channel(initial);
        let shared = Arc::new(Shared { limit, applied: AtomicU32::new(initial) });
        let follower = tokio::spawn(follow(shared.clone(), seen));
        Limiter { shared, follower }
    }

    fn set(&self, limit: u32) {
        self.shared.limit.send_replace(limit);
    }

    async fn finish(self) {
        let Limiter { shared, follower } = self;
        drop(shared);
        let _ = follower.await;
    }
}

#[tokio::main]
async fn main() {
    let limiter = Limiter::new(3);
    limiter.set(5);
    tokio::time::sleep(Duration::from_millis(20)).await;
    println!("{}", limiter.shared.applied.load(Ordering::Relaxed));
    limiter.finish().await;
}
