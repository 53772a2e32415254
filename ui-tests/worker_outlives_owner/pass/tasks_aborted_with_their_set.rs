//@ expect: none
//@ effect: none

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time;
use tokio_util::task::AbortOnDropHandle;

struct Station {
    beats: Arc<AtomicU32>,
    reports: mpsc::Sender<&'static str>,
    _logger: AbortOnDropHandle<()>,
    _sensors: JoinSet<()>,
}

async fn sense(beats: Arc<AtomicU32>, period: Duration) {
    let mut interval = time::interval(period);
    loop {
        interval.tick().await;
        beats.fetch_add(1, Ordering::Relaxed);
    }
}

async fn log(mut reports: mpsc::Receiver<&'static str>, beats: Arc<AtomicU32>) {
    loop {
        time::sleep(Duration::from_millis(5)).await;
        while let Ok(report) = reports.try_recv() {
            println!("{report} after some beats: {}", beats.load(Ordering::Relaxed) > 0);
        }
    }
}

impl Station {
    fn start(sensors: u64) -> Station {
        let beats = Arc::new(AtomicU32::new(0));
        let (reports, inbox) = mpsc::channel(4);
        let mut set = JoinSet::new();
        for n in 1..=sensors {
            set.spawn(sense(beats.clone(), Duration::from_millis(n)));
        }
        let _logger = AbortOnDropHandle::new(tokio::spawn(log(inbox, beats.clone())));
        Station { beats, reports, _logger, _sensors: set }
    }
}

async fn run() -> Arc<AtomicU32> {
    let station = Station::start(3);
    if station.reports.send("up").await.is_err() {
        eprintln!("no logger");
    }
    time::sleep(Duration::from_millis(20)).await;
    station.beats.clone()
}

#[tokio::main]
async fn main() {
    let beats = run().await;
    time::sleep(Duration::from_millis(20)).await;
    println!("{} hold on to it", Arc::strong_count(&beats));
}
