use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time;

use crate::report::{Event, Report};

pub struct Prober {
    events: mpsc::Sender<Event>,
    inbox: mpsc::Receiver<Event>,
    timeout: Duration,
}

impl Prober {
    pub fn new(timeout: Duration) -> Self {
        let (events, inbox) = mpsc::channel(16);
        Prober {
            events,
            inbox,
            timeout,
        }
    }

    pub fn probe(&self, host: &'static str, millis: u64) {
        let events = self.events.clone();
        let timeout = self.timeout;
        tokio::spawn(async move {
            let took = Duration::from_millis(millis);
            let event = match time::timeout(timeout, time::sleep(took)).await {
                Ok(()) => Event::Probed { host, millis },
                Err(late) => Event::Failed {
                    host,
                    reason: late.to_string(),
                },
            };
            if events.send(event).await.is_err() {
                eprintln!("{host}: nobody wants to know");
            }
        });
    }

    pub async fn report(self) -> Report {
        let Prober {
            events, mut inbox, ..
        } = self;
        drop(events);
        let mut report = Report::default();
        while let Some(event) = inbox.recv().await {
            match event {
                Event::Probed { host, millis } => {
                    println!("{host} answered in {millis} ms");
                    report.reachable += 1;
                }
                Event::Failed { host, reason } => {
                    report.failed.push(format!("{host}: {reason}"));
                }
            }
        }
        report
    }
}
