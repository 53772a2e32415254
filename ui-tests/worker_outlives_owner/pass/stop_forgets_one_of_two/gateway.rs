use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::task::JoinHandle;
use tokio::time;
use tokio_util::sync::CancellationToken;

pub struct Gateway {
    cancel: CancellationToken,
    poller: JoinHandle<u32>,
    heart: JoinHandle<()>,
    beats: Arc<AtomicU32>,
}

async fn poll(cancel: CancellationToken, period: Duration) -> u32 {
    let mut polls = 0;
    loop {
        tokio::select! {
            () = cancel.cancelled() => return polls,
            () = time::sleep(period) => polls += 1,
        }
    }
}

async fn beat(beats: Arc<AtomicU32>, period: Duration) {
    let mut interval = time::interval(period);
    loop {
        interval.tick().await;
        beats.fetch_add(1, Ordering::Relaxed);
    }
}

impl Gateway {
    pub fn open(period: Duration) -> Gateway {
        let cancel = CancellationToken::new();
        let beats = Arc::new(AtomicU32::new(0));
        let poller = tokio::spawn(poll(cancel.clone(), period));
        let heart = tokio::spawn(beat(beats.clone(), period));
        Gateway { cancel, poller, heart, beats }
    }

    pub fn beats(&self) -> impl Fn() -> u32 + use<> {
        let beats = self.beats.clone();
        move || beats.load(Ordering::Relaxed)
    }

    pub async fn stop(self) -> bool {
        let beating = !self.heart.is_finished();
        self.cancel.cancel();
        self.heart.abort();
        match self.poller.await {
            Ok(polls) => polls > 0 && beating,
            Err(err) => {
                eprintln!("poller: {err}");
                false
            }
        }
    }
}
