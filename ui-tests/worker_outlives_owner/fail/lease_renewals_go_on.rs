//@ expect: worker_outlives_owner
//@ effect: leak

use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time;
use tokio_util::sync::CancellationToken;

struct Leases {
    renewed: Arc<AtomicUsize>,
    changed: Arc<Notify>,
    shutdown: CancellationToken,
}

impl Leases {
    fn new(renewed: Arc<AtomicUsize>) -> Leases {
        let leases = Leases {
            renewed,
            changed: Arc::new(Notify::new()),
            shutdown: CancellationToken::new(),
        };
        leases.spawn_renewals();
        leases.spawn_auditor();
        leases
    }

    fn spawn_renewals(&self) {
        let renewed = Arc::clone(&self.renewed);
        let shutdown = self.shutdown.clone();
        tokio::spawn(async move { //~ worker_outlives_owner
            let mut clock = time::interval(Duration::from_millis(5));
            drop(shutdown);
            loop {
                clock.tick().await;
                renewed.fetch_add(1, Ordering::SeqCst);
            }
        });
    }

    fn spawn_auditor(&self) {
        let changed = Arc::clone(&self.changed);
        let shutdown = self.shutdown.clone();
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    () = changed.notified() => println!("leases changed"),
                    () = shutdown.cancelled() => return,
                }
            }
        });
    }

    fn close(self) -> usize {
        self.shutdown.cancel();
        self.renewed.load(Ordering::SeqCst)
    }
}

async fn serve(renewed: &Arc<AtomicUsize>) {
    let leases = Leases::new(Arc::clone(renewed));
    leases.changed.notify_one();
    time::sleep(Duration::from_millis(30)).await;
    println!("renewed: {}", leases.close() > 0);
}

#[tokio::main]
async fn main() -> ExitCode {
    let renewed = Arc::new(AtomicUsize::new(0));
    serve(&renewed).await;
    time::sleep(Duration::from_millis(20)).await;
    let before = renewed.load(Ordering::SeqCst);
    time::sleep(Duration::from_millis(50)).await;
    if renewed.load(Ordering::SeqCst) > before {
        println!("still renewing");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
