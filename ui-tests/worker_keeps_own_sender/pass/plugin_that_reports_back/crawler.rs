use std::collections::HashSet;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};

use crate::plugin::{Event, LinkFinder, Plugin};

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

pub fn start() -> (Sender<Event>, JoinHandle<usize>) {
    let (events, inbox) = mpsc::channel();
    let finder = LinkFinder { events: events.clone() };
    let crawler = Crawler { plugins: vec![Box::new(finder)], seen: HashSet::new() };
    (events, thread::spawn(move || crawler.run(inbox)))
}
