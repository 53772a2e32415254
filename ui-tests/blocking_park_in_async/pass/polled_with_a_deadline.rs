//@ expect: none
//@ effect: none

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use tokio::{task, time};

#[derive(Default)]
struct Ready {
    flag: Mutex<bool>,
    changed: Condvar,
}

async fn measure(ready: Arc<Ready>, samples: Sender<u32>) {
    *ready.flag.lock().unwrap_or_else(PoisonError::into_inner) = true;
    ready.changed.notify_all();
    for sample in 1..=3 {
        time::sleep(Duration::from_millis(1)).await;
        if samples.send(sample * sample).is_err() {
            break;
        }
    }
}

async fn collect(ready: &Ready, samples: Receiver<u32>) -> u32 {
    let flag = ready.flag.lock().unwrap_or_else(PoisonError::into_inner);
    let waited = ready.changed.wait_timeout(flag, Duration::from_millis(1));
    drop(waited);
    let mut sum = 0;
    loop {
        match samples.recv_timeout(Duration::from_millis(1)) {
            Ok(sample) => sum += sample,
            Err(RecvTimeoutError::Timeout) => task::yield_now().await,
            Err(RecvTimeoutError::Disconnected) => return sum,
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let ready = Arc::new(Ready::default());
    let (sender, samples) = channel();
    let task = tokio::spawn(measure(Arc::clone(&ready), sender));
    println!("sum {}", collect(&ready, samples).await);
    if let Err(err) = task.await {
        eprintln!("measure: {err}");
    }
}
