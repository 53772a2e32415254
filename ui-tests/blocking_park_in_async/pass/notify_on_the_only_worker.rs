//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time;

#[derive(Default)]
struct Gate {
    open: AtomicBool,
    changed: Notify,
}

impl Gate {
    fn open(&self) {
        self.open.store(true, Ordering::Release);
        self.changed.notify_one();
    }

    async fn passed(&self) {
        while !self.open.load(Ordering::Acquire) {
            self.changed.notified().await;
        }
    }
}

#[derive(Clone, Default)]
struct Startup {
    gate: Arc<Gate>,
}

impl Startup {
    async fn migrate(self) -> u32 {
        for _ in 0..3 {
            time::sleep(Duration::from_millis(2)).await;
        }
        self.gate.open();
        3
    }

    async fn serve(self) -> &'static str {
        self.gate.passed().await;
        "serving"
    }
}

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() {
    let startup = Startup::default();
    let server = tokio::spawn(startup.clone().serve());
    let migration = tokio::spawn(startup.migrate());
    match migration.await {
        Ok(steps) => println!("{steps} steps"),
        Err(err) => eprintln!("migration: {err}"),
    }
    println!("{:?}", server.await.ok());
}
