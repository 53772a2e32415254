//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tokio::time;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Booting,
    Ready,
}

struct Service {
    phase: watch::Sender<Phase>,
    greeting: Option<oneshot::Sender<String>>,
}

impl Service {
    async fn boot(self, name: &str) -> Result<(), &'static str> {
        time::sleep(Duration::from_millis(5)).await;
        if name.is_empty() {
            return Err("a service needs a name");
        }
        self.phase.send_replace(Phase::Ready);
        match self.greeting {
            Some(greeting) => greeting.send(format!("{name} is ready")).map_err(|_| "nobody listens"),
            None => Ok(()),
        }
    }
}

async fn start(name: &'static str) {
    let (phase, mut phases) = watch::channel(Phase::Booting);
    let (greeting, greeted) = oneshot::channel();
    let service = Service { phase, greeting: Some(greeting) };
    let booted = tokio::spawn(async move { service.boot(name).await });

    while phases.changed().await.is_ok() {
        println!("phase {:?}", *phases.borrow());
    }
    match greeted.await {
        Ok(greeting) => println!("{greeting}"),
        Err(_) => println!("no greeting"),
    }
    println!("{:?}", booted.await.ok());
}

#[tokio::main]
async fn main() {
    start("mail").await;
    start("").await;
}
