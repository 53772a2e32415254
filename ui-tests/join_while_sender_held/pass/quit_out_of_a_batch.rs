//@ expect: none
//@ effect: none

use std::collections::VecDeque;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::timeout;

#[derive(Debug)]
enum Job {
    Resize { width: u32, height: u32 },
    Batch(VecDeque<Job>),
    Quit,
}

struct Worker {
    jobs: mpsc::Receiver<Job>,
    pixels: u64,
}

impl Worker {
    async fn run(mut self) -> u64 {
        'jobs: loop {
            let job = match self.jobs.recv().await {
                Some(job) => job,
                None => return self.pixels,
            };
            let mut batch = VecDeque::from([job]);
            while let Some(job) = batch.pop_front() {
                match job {
                    Job::Resize { width, height } => {
                        tokio::time::sleep(Duration::from_millis(1)).await;
                        self.pixels += u64::from(width) * u64::from(height);
                    }
                    Job::Batch(jobs) => batch.extend(jobs),
                    Job::Quit => break 'jobs,
                }
            }
        }
        self.pixels
    }
}

#[tokio::main]
async fn main() {
    let (queue, jobs) = mpsc::channel(8);
    let worker = tokio::spawn(Worker { jobs, pixels: 0 }.run());
    let resize = |width, height| Job::Resize { width, height };
    queue.send(resize(640, 480)).await.unwrap();
    let batch = Job::Batch([resize(32, 32), resize(16, 16)].into());
    queue.send(batch).await.unwrap();
    let early = timeout(Duration::from_millis(30), queue.reserve()).await;
    println!("queue open: {}", early.is_ok());
    drop(early);
    queue.send(Job::Quit).await.unwrap();
    println!("{} pixels", worker.await.unwrap());
}
