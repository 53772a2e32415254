//@ expect: none
//@ effect: none

use std::future::Future;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::Arc;
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time::sleep;

fn spawn_named<F>(name: &str, work: F) -> JoinHandle<()>
where
    F: Future<Output = ()> + Send + 'static,
{
    println!("spawn {name}");
    tokio::spawn(work)
}

struct Sampler {
    samples: Arc<AtomicU64>,
    sampling: JoinHandle<()>,
}

impl Sampler {
    fn new(samples: Arc<AtomicU64>) -> Sampler {
        let total = Arc::clone(&samples);
        let sampling = spawn_named("sampler", async move {
            loop {
                sleep(Duration::from_millis(4)).await;
                total.fetch_add(1, Ordering::Relaxed);
            }
        });
        Sampler { samples, sampling }
    }

    fn count(&self) -> u64 {
        self.samples.load(Ordering::Relaxed)
    }

    fn stop(self) -> u64 {
        self.sampling.abort();
        self.count()
    }
}

async fn measure(samples: &Arc<AtomicU64>) {
    let sampler = Sampler::new(Arc::clone(samples));
    sleep(Duration::from_millis(30)).await;
    println!("finished: {}", sampler.sampling.is_finished());
    println!("some samples: {}", sampler.stop() > 0);
}

#[tokio::main]
async fn main() -> ExitCode {
    let samples = Arc::new(AtomicU64::new(0));
    measure(&samples).await;
    sleep(Duration::from_millis(20)).await;
    let before = samples.load(Ordering::Relaxed);
    sleep(Duration::from_millis(40)).await;
    if samples.load(Ordering::Relaxed) > before {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
