//@ expect: blocking_park_in_async
//@ effect: hang

use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use tokio::time;

#[derive(Default)]
struct Migration {
    done: Mutex<bool>,
    changed: Condvar,
}

impl Migration {
    async fn run(self: Arc<Self>, steps: u32) {
        for step in 0..steps {
            time::sleep(Duration::from_millis(2)).await;
            println!("step {step}");
        }
        *self.done.lock().unwrap() = true;
        self.changed.notify_all();
    }

    fn wait(&self) {
        let mut done = self.done.lock().unwrap();
        while !*done {
            done = self.changed.wait(done).unwrap(); //~ blocking_park_in_async
        }
    }
}

async fn start() {
    let migration = Arc::new(Migration::default());
    tokio::spawn(Arc::clone(&migration).run(3));
    migration.wait();
    println!("migrated");
}

fn main() -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(start());
    Ok(())
}
