//@ expect: none
//@ effect: none

use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time;

#[derive(Default)]
struct Migration {
    done: Mutex<bool>,
    changed: Notify,
}

impl Migration {
    async fn run(self: Arc<Self>, steps: u32) {
        for step in 0..steps {
            time::sleep(Duration::from_millis(2)).await;
            println!("step {step}");
        }
        *self.done.lock().unwrap() = true;
        self.changed.notify_one();
    }

    async fn wait(&self) {
        while !*self.done.lock().unwrap() {
            self.changed.notified().await;
        }
    }
}

async fn start() {
    let migration = Arc::new(Migration::default());
    tokio::spawn(Arc::clone(&migration).run(3));
    migration.wait().await;
    println!("migrated");
}

fn main() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(start());
    Ok(())
}
