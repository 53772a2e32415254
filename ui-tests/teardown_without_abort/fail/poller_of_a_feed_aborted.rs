//@ expect: teardown_without_abort
//@ effect: hang

use std::time::Duration;

use futures::StreamExt;
use futures::channel::mpsc;
use futures::future::{AbortHandle, Abortable};
use tokio::time;

#[derive(Debug)]
struct Sample {
    sensor: &'static str,
    value: f64,
}

struct Feed {
    samples: mpsc::UnboundedSender<Sample>,
    poller: AbortHandle,
}

impl Feed {
    fn open(sensor: &'static str, period: Duration) -> (Feed, mpsc::UnboundedReceiver<Sample>) {
        let (samples, received) = mpsc::unbounded();
        let (poller, registration) = AbortHandle::new_pair();
        let polling = poll_sensor(sensor, period, samples.clone());
        tokio::spawn(async move {
            match Abortable::new(polling, registration).await {
                Ok(()) => println!("{sensor}: consumer went away"),
                Err(_) => println!("{sensor}: aborted"),
            }
        });
        (Feed { samples, poller }, received)
    }

    fn inject(&self, sensor: &'static str, value: f64) {
        let _ = self.samples.unbounded_send(Sample { sensor, value });
    }

    fn stop(&self) {
        self.poller.abort(); //~ teardown_without_abort
    }
}

async fn poll_sensor(
    sensor: &'static str,
    period: Duration,
    samples: mpsc::UnboundedSender<Sample>,
) {
    let mut ticks = time::interval(period);
    let mut value = 20.0;
    loop {
        ticks.tick().await;
        value += 0.25;
        if samples.unbounded_send(Sample { sensor, value }).is_err() {
            return;
        }
    }
}

async fn summarise(mut received: mpsc::UnboundedReceiver<Sample>) -> Option<f64> {
    let mut sum = 0.0;
    let mut count = 0;
    while let Some(sample) = received.next().await {
        sum += sample.value;
        count += 1;
        if sample.sensor.is_empty() {
            println!("nameless: {sample:?}");
        }
    }
    (count > 0).then(|| sum / f64::from(count))
}

#[tokio::main]
async fn main() {
    let (feed, received) = Feed::open("boiler", Duration::from_millis(5));
    feed.inject("manual", 19.0);
    time::sleep(Duration::from_millis(40)).await;
    feed.stop();
    let mean = summarise(received).await;
    println!("plausible mean: {}", mean.is_some_and(|mean| mean > 18.0));
}
