//@ expect: recv_while_sender_held
//@ effect: hang

use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

struct Page {
    url: &'static str,
    bytes: usize,
}

struct Crawler {
    found: Sender<Page>,
    pages: Receiver<Page>,
    tries: u32,
}

fn timed<R>(label: &str, work: impl FnOnce() -> R) -> R {
    let start = Instant::now();
    let done = work();
    println!("{label}: {} s", start.elapsed().as_secs());
    done
}

fn with_retries<T>(tries: u32, mut work: impl FnMut() -> Option<T>) -> Option<T> {
    for round in 1..=tries {
        if let Some(done) = timed("round", || work()) {
            return Some(done);
        }
        thread::sleep(Duration::from_millis(u64::from(round)));
    }
    None
}

impl Crawler {
    fn new(tries: u32) -> Crawler {
        let (found, pages) = mpsc::channel();
        Crawler { found, pages, tries }
    }

    fn visit(&self, url: &'static str) {
        let found = self.found.clone();
        thread::spawn(move || {
            let _ = found.send(Page { url, bytes: url.len() * 100 });
        });
    }

    /// The bytes of all pages, once there are some.
    fn settle(&self) -> Option<usize> {
        with_retries(self.tries, || {
            let mut bytes = 0;
            for page in &self.pages { //~ recv_while_sender_held
                println!("{}: {}", page.url, page.bytes);
                bytes += page.bytes;
            }
            (bytes > 0).then_some(bytes)
        })
    }
}

fn main() {
    let crawler = Crawler::new(3);
    for url in ["/", "/about", "/news"] {
        crawler.visit(url);
    }
    println!("{:?}", crawler.settle());
}
