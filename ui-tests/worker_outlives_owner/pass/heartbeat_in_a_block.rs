//@ expect: none
//@ effect: none

use std::process::ExitCode;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::{interval, sleep};

struct Heartbeat {
    beats: Arc<AtomicU32>,
    task: Option<JoinHandle<()>>,
}

impl Heartbeat {
    fn every(period: Duration, beats: Arc<AtomicU32>) -> Heartbeat {
        let counter = Arc::clone(&beats);
        let task = tokio::spawn(async move {
            let mut clock = interval(period);
            loop {
                clock.tick().await;
                counter.fetch_add(1, Ordering::Relaxed);
            }
        });
        Heartbeat {
            beats,
            task: Some(task),
        }
    }

    fn count(&self) -> u32 {
        self.beats.load(Ordering::Relaxed)
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        if let Some(task) = self.task.take() {
            task.abort();
            println!("heart stopped");
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let beats = Arc::new(AtomicU32::new(0));
    {
        let heart = Heartbeat::every(Duration::from_millis(5), Arc::clone(&beats));
        sleep(Duration::from_millis(40)).await;
        println!("some beats: {}", heart.count() > 0);
    }
    sleep(Duration::from_millis(20)).await;
    let before = beats.load(Ordering::Relaxed);
    sleep(Duration::from_millis(50)).await;
    if beats.load(Ordering::Relaxed) > before {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
