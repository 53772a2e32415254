//@ expect: none
//@ effect: none

mod app {
    use std::sync::Arc;

    use tokio::sync::{Semaphore, mpsc};

    pub struct Options {
        pub workers: usize,
    }

    struct Task(u64);

    async fn work(semaphore: Arc<Semaphore>, mut tasks: mpsc::Receiver<Task>) -> u64 {
        let mut sum = 0;
        while let Some(Task(n)) = tasks.recv().await {
            let _permit = semaphore.acquire().await;
            sum += n;
        }
        sum
    }

    #[tokio::main]
    pub async fn run(options: Options) -> u64 {
        let semaphore = Arc::new(Semaphore::new(options.workers));
        let mut lanes = Vec::new();
        let mut handles = Vec::new();
        for _ in 0..options.workers {
            let (lane, tasks) = mpsc::channel(4);
            lanes.push(lane);
            handles.push(tokio::spawn(work(semaphore.clone(), tasks)));
        }
        for (n, lane) in lanes.iter().enumerate() {
            let _ = lane.send(Task(n as u64)).await;
        }
        drop(lanes);
        let mut total = 0;
        for handle in handles {
            total += handle.await.unwrap_or(0);
        }
        total
    }
}

fn main() {
    println!("{}", app::run(app::Options { workers: 3 }));
}
