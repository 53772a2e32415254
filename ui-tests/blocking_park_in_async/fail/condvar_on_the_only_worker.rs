//@ expect: blocking_park_in_async
//@ effect: hang

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use tokio::time;

#[derive(Default)]
struct Gate {
    open: Mutex<bool>,
    changed: Condvar,
}

impl Gate {
    fn open(&self) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
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
        let mut open = self
            .gate
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        while !*open {
            let woken = self.gate.changed.wait(open); //~ blocking_park_in_async
            open = woken.unwrap_or_else(PoisonError::into_inner);
        }
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
