use std::time::Duration;

use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio::task::JoinHandle;
use tokio::time;

#[derive(Debug)]
pub struct Page {
    pub url: String,
    pub size: usize,
}

pub struct Crawl {
    pages: Receiver<Page>,
    outbox: Sender<Page>,
    visits: Vec<JoinHandle<()>>,
    retries: u32,
}

async fn fetch(url: String, retries: u32, outbox: Sender<Page>) {
    for attempt in 0..=retries {
        time::sleep(Duration::from_millis(10)).await;
        let size = url.len() * (attempt as usize + 1);
        let url = url.clone();
        if outbox.send(Page { url, size }).await.is_err() {
            break;
        }
    }
}

impl Crawl {
    pub fn new(retries: u32) -> Self {
        let (outbox, pages) = mpsc::channel(64);
        Crawl {
            pages,
            outbox,
            visits: Vec::new(),
            retries,
        }
    }

    pub fn visit(&mut self, url: &str) {
        let fetch = fetch(url.to_owned(), self.retries, self.outbox.clone());
        self.visits.push(tokio::spawn(fetch));
    }

    pub async fn cancel(mut self) -> Vec<Page> {
        for visit in &self.visits {
            visit.abort(); //~ teardown_without_abort
        }
        let mut fetched = Vec::new();
        while let Some(page) = self.pages.recv().await {
            fetched.push(page);
        }
        fetched
    }
}
