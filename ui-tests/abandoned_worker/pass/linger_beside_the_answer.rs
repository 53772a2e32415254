//@ expect: none
//@ effect: none

// The task that writes a batch out once it has lingered is let go when another caller has done that first: it wakes once, finds a newer
// batch, and is gone.

use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time;

struct Batch {
    records: Vec<u32>,
    clock: u32,
    written: watch::Sender<u32>,
}

impl Batch {
    fn flush(&mut self, clock: Option<u32>) -> Result<(), String> {
        if clock.is_some_and(|clock| clock != self.clock) {
            return Ok(());
        }
        println!("{} records", self.records.len());
        self.records.retain(|record| *record == 0);
        self.clock += 1;
        self.written.send(self.clock).map_err(|error| error.to_string())
    }
}

#[derive(Clone)]
struct Producer {
    linger: Duration,
    full: usize,
    inner: Arc<Mutex<Batch>>,
    written: watch::Receiver<u32>,
}

impl Producer {
    fn push(&self, record: u32) -> Result<u32, String> {
        let mut inner = self.inner.lock().map_err(|error| error.to_string())?;
        let clock = inner.clock;
        inner.records.push(record);
        if inner.records.len() >= self.full {
            inner.flush(None)?;
        }
        Ok(clock)
    }

    async fn produce(&self, record: u32) -> Result<(), String> {
        let clock = self.push(record)?;
        let mut written = self.written.clone();
        let linger: JoinHandle<Result<(), String>> = tokio::spawn({
            let (linger, inner) = (self.linger, Arc::clone(&self.inner));
            async move {
                time::sleep(linger).await;
                inner.lock().map_err(|error| error.to_string())?.flush(Some(clock))
            }
        });
        tokio::select! {
            flushed = linger => flushed.map_err(|error| error.to_string())??,
            seen = written.wait_for(|now| *now > clock) => {
                seen.map_err(|error| error.to_string())?;
            }
        }
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (sender, written) = watch::channel(0);
    let inner = Arc::new(Mutex::new(Batch { records: Vec::new(), clock: 0, written: sender }));
    let producer = Producer { linger: Duration::from_millis(30), full: 2, inner, written };
    let other = producer.clone();
    let first = tokio::spawn(async move { other.produce(1).await });
    let second = producer.produce(2).await;
    let third = producer.produce(3).await;
    println!("{:?} {second:?} {third:?}", first.await);
    ExitCode::SUCCESS
}
