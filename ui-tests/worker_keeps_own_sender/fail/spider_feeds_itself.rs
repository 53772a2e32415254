//@ expect: worker_keeps_own_sender
//@ effect: hang

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinSet;
use tokio::time;

type Site = BTreeMap<&'static str, Vec<&'static str>>;

struct Spider {
    site: Site,
    seen: BTreeSet<&'static str>,
    frontier: (UnboundedSender<&'static str>, UnboundedReceiver<&'static str>),
}

impl Spider {
    fn new(site: Site) -> Self {
        Spider { site, seen: BTreeSet::new(), frontier: mpsc::unbounded_channel() }
    }

    async fn links(&self, page: &'static str) -> Vec<&'static str> {
        time::sleep(Duration::from_millis(1)).await;
        self.site.get(page).cloned().unwrap_or_default()
    }

    async fn crawl(mut self, start: &'static str) -> usize {
        let _ = self.frontier.0.send(start);
        while let Some(page) = self.frontier.1.recv().await { //~ worker_keeps_own_sender
            if !self.seen.insert(page) {
                continue;
            }
            for link in self.links(page).await {
                let _ = self.frontier.0.send(link);
            }
        }
        self.seen.len()
    }
}

#[tokio::main]
async fn main() {
    let site: Site = [("/", vec!["/about", "/blog"]), ("/blog", vec!["/", "/blog/1"])].into();
    let mut spiders = JoinSet::new();
    for start in ["/", "/about"] {
        spiders.spawn(Spider::new(site.clone()).crawl(start));
    }
    while let Some(seen) = spiders.join_next().await {
        match seen {
            Ok(pages) => println!("{pages} pages"),
            Err(err) => eprintln!("spider: {err}"),
        }
    }
}
