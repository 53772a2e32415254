//@ expect: none
//@ effect: none

use std::collections::HashSet;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

enum Event {
    Visit(String),
    Found { from: String, link: String },
}

trait Plugin: Send {
    fn page(&self, url: &str);
}

struct LinkFinder {
    events: Sender<Event>,
}

impl Plugin for LinkFinder {
    fn page(&self, url: &str) {
        if url.len() < 12 {
            let link = format!("{url}/next");
            let _ = self.events.send(Event::Found { from: url.to_owned(), link });
        }
    }
}

struct Crawler {
    plugins: Vec<Box<dyn Plugin>>,
    seen: HashSet<String>,
}

impl Crawler {
    fn run(mut self, inbox: Receiver<Event>) -> usize {
        while let Ok(event) = inbox.recv_timeout(std::time::Duration::from_millis(50)) {
            let url = match event {
                Event::Visit(url) => url,
                Event::Found { from, link } if from != link => link,
                Event::Found { .. } => continue,
            };
            if self.seen.insert(url.clone()) {
                self.plugins.iter().for_each(|plugin| plugin.page(&url));
            }
        }
        self.seen.len()
    }
}

fn start() -> (Sender<Event>, JoinHandle<usize>) {
    let (events, inbox) = mpsc::channel();
    let finder = LinkFinder { events: events.clone() };
    let crawler = Crawler { plugins: vec![Box::new(finder)], seen: HashSet::new() };
    (events, thread::spawn(move || crawler.run(inbox)))
}

fn main() {
    let (events, crawler) = start();
    for url in ["http://a", "http://b"] {
        events.send(Event::Visit(url.to_owned())).expect("crawler is up");
    }
    drop(events);
    println!("{} pages", crawler.join().expect("crawler panicked"));
}
