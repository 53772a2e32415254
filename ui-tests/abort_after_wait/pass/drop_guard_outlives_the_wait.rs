//@ expect: none
//@ effect: none

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Mutex;
use tokio::time;
use tokio_util::sync::CancellationToken;

#[derive(Default)]
struct Feeds {
    latest: Mutex<HashMap<&'static str, u64>>,
}

struct Refresher {
    feeds: Arc<Feeds>,
    token: CancellationToken,
    tasks: Vec<tokio::task::JoinHandle<u64>>,
}

async fn refresh(name: &'static str, feeds: Arc<Feeds>, token: CancellationToken) -> u64 {
    let mut version = 0;
    while !token.is_cancelled() {
        version += 1;
        feeds.latest.lock().await.insert(name, version);
        tokio::select! {
            () = token.cancelled() => break,
            () = time::sleep(Duration::from_millis(5)) => {}
        }
    }
    version
}

impl Refresher {
    fn start(names: &[&'static str]) -> Refresher {
        let feeds = Arc::new(Feeds::default());
        let token = CancellationToken::new();
        let mut tasks = Vec::new();
        for name in names {
            tasks.push(tokio::spawn(refresh(name, feeds.clone(), token.clone())));
        }
        Refresher { feeds, token, tasks }
    }

    async fn finish(self) -> u64 {
        let guard = self.token.drop_guard();
        drop(guard);
        let mut versions = 0;
        for task in self.tasks {
            let version = task.await;
            versions += version.unwrap_or(0);
        }
        versions
    }
}

#[tokio::main]
async fn main() {
    let refresher = Refresher::start(&["news", "weather"]);
    time::sleep(Duration::from_millis(20)).await;
    println!("{} feeds", refresher.feeds.latest.lock().await.len());
    println!("refreshed: {}", refresher.finish().await > 0);
}
