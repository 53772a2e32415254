//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::{mpsc, oneshot, watch};
use tokio::time;

struct Lease {
    ticks: watch::Receiver<u32>,
    _shutdown: oneshot::Sender<()>,
    _guard: mpsc::Sender<()>,
}

async fn renew(renewed: watch::Sender<u32>, mut shutdown: oneshot::Receiver<()>, done: mpsc::Sender<&'static str>) {
    let mut interval = time::interval(Duration::from_millis(3));
    loop {
        tokio::select! {
            _ = &mut shutdown => break,
            _ = interval.tick() => renewed.send_modify(|ticks| *ticks += 1),
        }
    }
    let _ = done.send("lease given back").await;
}

async fn audit(mut guard: mpsc::Receiver<()>, done: mpsc::Sender<&'static str>) {
    while guard.recv().await.is_some() {}
    let _ = done.send("audit closed").await;
}

impl Lease {
    fn take(done: &mpsc::Sender<&'static str>) -> Lease {
        let (renewed, ticks) = watch::channel(0);
        let (_shutdown, stop) = oneshot::channel();
        let (_guard, guarded) = mpsc::channel(1);
        tokio::spawn(renew(renewed, stop, done.clone()));
        tokio::spawn(audit(guarded, done.clone()));
        Lease { ticks, _shutdown, _guard }
    }
}

#[tokio::main]
async fn main() {
    let (done, mut endings) = mpsc::channel(4);
    let mut lease = Lease::take(&done);
    drop(done);
    if lease.ticks.changed().await.is_ok() {
        println!("ticking: {}", *lease.ticks.borrow() > 0);
    }
    drop(lease);
    let mut all = Vec::new();
    while let Some(ending) = endings.recv().await {
        all.push(ending);
    }
    all.sort_unstable();
    println!("{all:?}");
}
