//@ expect: none
//@ effect: none

use std::time::Duration;

use futures::channel::mpsc;
use futures::{SinkExt, StreamExt};
use tokio::task::JoinHandle;

enum Signal {
    Reload(u32),
    Shutdown,
}

struct Daemon {
    signals: mpsc::Sender<Signal>,
    task: Option<JoinHandle<u32>>,
}

impl Daemon {
    fn start() -> Daemon {
        let (signals, mut inbox) = mpsc::channel(1);
        let task = tokio::spawn(async move {
            let mut version = 0;
            while let Some(signal) = inbox.next().await {
                match signal {
                    Signal::Reload(to) => {
                        tokio::time::sleep(Duration::from_millis(20)).await;
                        version = to;
                    }
                    Signal::Shutdown => return version,
                }
            }
            version
        });
        Daemon {
            signals,
            task: Some(task),
        }
    }

    fn reload(&mut self, version: u32) -> bool {
        self.signals.try_send(Signal::Reload(version)).is_ok()
    }

    async fn shutdown(&mut self) -> Option<u32> {
        let _ = self.signals.send(Signal::Shutdown).await;
        let task = self.task.take()?;
        task.await.ok()
    }
}

#[tokio::main]
async fn main() {
    let mut daemon = Daemon::start();
    for version in 1..=5 {
        println!("{version}: {}", daemon.reload(version));
    }
    println!("version {:?}", daemon.shutdown().await);
}
