//@ expect: none
//@ effect: none

use std::time::Duration;

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

struct Crawler {
    tasks: TaskTracker,
    quit: CancellationToken,
    found: mpsc::UnboundedSender<String>,
}

impl Crawler {
    fn new() -> (Crawler, mpsc::UnboundedReceiver<String>) {
        let (found, pages) = mpsc::unbounded_channel();
        let crawler = Crawler {
            tasks: TaskTracker::new(),
            quit: CancellationToken::new(),
            found,
        };
        (crawler, pages)
    }

    fn watch(&self, site: &'static str) {
        let quit = self.quit.clone();
        let found = self.found.clone();
        self.tasks.spawn(async move {
            let visits = async {
                for visit in 0.. {
                    let _ = found.send(format!("{site}/{visit}"));
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            };
            quit.run_until_cancelled(visits).await;
        });
    }

    async fn stop(self) {
        self.tasks.close();
        self.quit.cancel();
        self.tasks.wait().await;
    }
}

#[tokio::main]
async fn main() {
    let (crawler, mut pages) = Crawler::new();
    for site in ["docs", "blog"] {
        crawler.watch(site);
    }
    for _ in 0..4 {
        println!("{:?}", pages.recv().await);
    }
    crawler.stop().await;
    println!("stopped");
}
