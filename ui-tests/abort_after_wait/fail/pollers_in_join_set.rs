//@ expect: abort_after_wait
//@ effect: hang

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::task::JoinSet;

struct Feed {
    url: &'static str,
    hits: AtomicUsize,
}

struct Pollers {
    feeds: Vec<Arc<Feed>>,
    set: JoinSet<()>,
}

async fn poll(feed: Arc<Feed>) {
    let mut every = tokio::time::interval(Duration::from_millis(5));
    loop {
        every.tick().await;
        feed.hits.fetch_add(feed.url.len(), Ordering::Relaxed);
    }
}

impl Pollers {
    fn start(urls: &[&'static str]) -> Pollers {
        let mut set = JoinSet::new();
        let mut feeds = Vec::new();
        for url in urls {
            let feed = Arc::new(Feed { url, hits: AtomicUsize::new(0) });
            set.spawn(poll(Arc::clone(&feed)));
            feeds.push(feed);
        }
        Pollers { feeds, set }
    }

    async fn stop(mut self) -> usize {
        while let Some(ended) = self.set.join_next().await { //~ abort_after_wait
            if let Err(err) = ended {
                println!("cancelled: {}", err.is_cancelled());
            }
        }
        self.set.abort_all();
        self.feeds.iter().map(|feed| feed.hits.load(Ordering::Relaxed)).sum()
    }
}

#[tokio::main]
async fn main() {
    let pollers = Pollers::start(&["http://a", "http://b"]);
    tokio::time::sleep(Duration::from_millis(30)).await;
    println!("{}", pollers.stop().await > 0);
}
