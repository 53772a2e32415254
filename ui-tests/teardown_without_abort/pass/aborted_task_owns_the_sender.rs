//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time;

struct Beat {
    number: u64,
}

struct Heartbeat {
    beats: mpsc::Receiver<Beat>,
    task: JoinHandle<()>,
}

impl Heartbeat {
    fn start(period: Duration) -> Self {
        let (outbox, beats) = mpsc::channel(1);
        let task = tokio::spawn(async move {
            let mut number = 0;
            loop {
                time::sleep(period).await;
                number += 1;
                if outbox.send(Beat { number }).await.is_err() {
                    return;
                }
            }
        });
        Heartbeat { beats, task }
    }

    async fn next(&mut self) -> Option<u64> {
        self.beats.recv().await.map(|beat| beat.number)
    }

    async fn stop(mut self) -> usize {
        self.task.abort();
        let mut late = 0;
        while let Some(beat) = self.beats.recv().await {
            println!("late beat {}", beat.number);
            late += 1;
        }
        late
    }
}

#[tokio::main]
async fn main() {
    let mut heartbeat = Heartbeat::start(Duration::from_millis(5));
    for _ in 0..3 {
        match heartbeat.next().await {
            Some(number) => println!("beat {number}"),
            None => println!("flat line"),
        }
    }
    println!("few late beats: {}", heartbeat.stop().await < 3);
}
