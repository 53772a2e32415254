//@ expect: none
//@ effect: none

use std::time::Duration;

use must_abort::kills;
use tokio::task::JoinHandle;

struct Heartbeat {
    name: &'static str,
    task: JoinHandle<u32>,
}

async fn beat(period: Duration) -> u32 {
    let mut beats = 0;
    loop {
        tokio::time::sleep(period).await;
        beats += 1;
        if beats == u32::MAX {
            return beats;
        }
    }
}

impl Heartbeat {
    fn start(name: &'static str) -> Heartbeat {
        Heartbeat { name, task: tokio::spawn(beat(Duration::from_millis(2))) }
    }

    // An aborted task ends at its next `.await`.
    #[kills(self.task)]
    async fn stop(self) -> bool {
        self.task.abort();
        match self.task.await {
            Ok(beats) => {
                println!("{}: {beats} beats", self.name);
                false
            }
            Err(err) => err.is_cancelled(),
        }
    }
}

#[tokio::main]
async fn main() {
    for name in ["left", "right"] {
        let heartbeat = Heartbeat::start(name);
        tokio::time::sleep(Duration::from_millis(10)).await;
        println!("{name} cancelled: {}", heartbeat.stop().await);
    }
}
