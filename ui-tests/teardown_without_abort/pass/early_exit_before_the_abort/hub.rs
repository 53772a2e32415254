use std::collections::HashMap;
use std::sync::mpsc::Sender;
use std::thread;

use crate::queue::Feed;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Topic(pub u32);

fn keep(topic: Topic, waiting: usize) -> Result<(), String> {
    let path = format!("/proc/none/{}", topic.0);
    std::fs::write(path, waiting.to_string()).map_err(|error| error.to_string())
}

pub struct Hub {
    pub feeds: HashMap<Topic, Feed>,
    pub log: Sender<String>,
}

impl Hub {
    pub fn subscribe(&mut self, topic: Topic) {
        let feed = Feed::default();
        let (heard, log) = (feed.clone(), self.log.clone());
        thread::spawn(move || {
            while let Some(item) = heard.next() {
                if log.send(item).is_err() {
                    break;
                }
            }
        });
        self.feeds.insert(topic, feed);
    }

    pub fn publish(&self, topic: Topic, item: &str) {
        if let Some(feed) = self.feeds.get(&topic) {
            feed.push(item);
        }
    }

    pub fn unsubscribe(&mut self, topic: Topic) -> Result<(), String> {
        let closed = self.close(topic);
        self.feeds.remove(&topic);
        closed
    }

    fn close(&self, topic: Topic) -> Result<(), String> {
        let Some(feed) = self.feeds.get(&topic) else { return Err(format!("topic {} is not known", topic.0)) };
        let kept = keep(topic, feed.waiting());
        feed.abort();
        kept
    }
}
