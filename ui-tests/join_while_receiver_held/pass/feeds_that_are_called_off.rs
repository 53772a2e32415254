//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

struct Feeds {
    items: mpsc::Receiver<String>,
    stop: CancellationToken,
    polled: JoinHandle<()>,
    counted: JoinHandle<u32>,
}

async fn poll(name: &'static str, out: mpsc::Sender<String>) {
    for round in 0.. {
        tokio::time::sleep(Duration::from_millis(3)).await;
        let _ = out.send(format!("{name}/{round}")).await;
    }
}

async fn count(out: mpsc::Sender<String>, stop: CancellationToken) -> u32 {
    let mut sent = 0;
    loop {
        tokio::select! {
            _ = stop.cancelled() => return sent,
            result = out.send(format!("count {sent}")) => {
                if result.is_err() {
                    return sent;
                }
                sent += 1;
            }
        }
    }
}

impl Feeds {
    fn open() -> Feeds {
        let (out, items) = mpsc::channel(4);
        let stop = CancellationToken::new();
        let (polling, seen) = (poll("news", out.clone()), stop.clone());
        let polled = tokio::spawn(async move {
            tokio::select! {
                _ = seen.cancelled() => println!("no more news"),
                _ = polling => {}
            }
        });
        let counted = tokio::spawn(count(out, stop.clone()));
        Feeds {
            items,
            stop,
            polled,
            counted,
        }
    }

    async fn close(self) {
        self.stop.cancel();
        self.polled.await.unwrap();
        println!("{} counted", self.counted.await.unwrap() > 0);
    }
}

#[tokio::main]
async fn main() {
    let mut feeds = Feeds::open();
    for _ in 0..3 {
        println!("{}", feeds.items.recv().await.is_some());
    }
    feeds.close().await;
}
