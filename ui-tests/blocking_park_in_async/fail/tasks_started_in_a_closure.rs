//@ expect: blocking_park_in_async
//@ effect: hang

use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use tokio::task::JoinHandle;

#[derive(Default)]
struct Barrier {
    arrived: Mutex<u32>,
    changed: Condvar,
}

impl Barrier {
    fn arrive(&self) {
        *self.arrived.lock().unwrap() += 1;
        self.changed.notify_all();
    }

    fn wait_for(&self, count: u32) {
        let mut arrived = self.arrived.lock().unwrap();
        while *arrived < count {
            arrived = self.changed.wait(arrived).unwrap(); //~ blocking_park_in_async
        }
    }
}

fn runner(lane: u32, line: Arc<Barrier>) -> JoinHandle<u32> {
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(u64::from(lane) * 2)).await;
        line.arrive();
        lane
    })
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let line = Arc::new(Barrier::default());
    let runners: Vec<_> = (1..=3).map(|lane| runner(lane, Arc::clone(&line))).collect();
    line.wait_for(3);
    for runner in runners {
        println!("lane {:?}", runner.await.ok());
    }
}
