//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::AbortHandle;
use tokio::time;

struct Scheduler {
    permits: Arc<Semaphore>,
    running: HashMap<&'static str, AbortHandle>,
}

#[derive(Debug, PartialEq)]
enum Outcome {
    Done(u64),
    Late,
    Failed,
}

impl Scheduler {
    fn new(permits: usize) -> Self {
        Scheduler { permits: Arc::new(Semaphore::new(permits)), running: HashMap::new() }
    }

    async fn run(&mut self, name: &'static str, millis: u64) -> Outcome {
        let permits = Arc::clone(&self.permits);
        let task = tokio::spawn(async move {
            let Ok(_permit) = permits.acquire_owned().await else {
                return 0;
            };
            time::sleep(Duration::from_millis(millis)).await;
            millis
        });
        self.running.insert(name, task.abort_handle());
        let outcome = match time::timeout(Duration::from_millis(50), task).await {
            Ok(Ok(millis)) => Outcome::Done(millis),
            Ok(Err(_)) => Outcome::Failed,
            Err(_) => Outcome::Late,
        };
        if let Some(handle) = self.running.remove(name) {
            if outcome == Outcome::Late {
                handle.abort();
            }
        }
        outcome
    }
}

#[tokio::main]
async fn main() {
    let mut scheduler = Scheduler::new(1);
    println!("{:?}", scheduler.run("quick", 3).await);
    println!("{:?}", scheduler.run("slow", 60_000).await);
    println!("{:?}", scheduler.run("next", 3).await);
    println!("{} running", scheduler.running.len());
}
