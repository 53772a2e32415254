//@ expect: none
//@ effect: none

use std::collections::{HashMap, VecDeque};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

use must_abort::must_abort;

#[derive(Default)]
struct Queue {
    items: Mutex<(VecDeque<String>, bool)>,
    changed: Condvar,
}

/// Items for one subscriber. Those who push come and go, so that there is no last one.
#[must_abort(abort)]
#[derive(Clone, Default)]
struct Feed {
    queue: Arc<Queue>,
}

impl Feed {
    fn push(&self, item: &str) {
        self.queue.items.lock().unwrap().0.push_back(item.to_owned());
        self.queue.changed.notify_one();
    }

    fn waiting(&self) -> usize {
        self.queue.items.lock().unwrap().0.len()
    }

    fn next(&self) -> Option<String> {
        let mut items = self.queue.items.lock().unwrap();
        loop {
            if let Some(item) = items.0.pop_front() {
                return Some(item);
            }
            if items.1 {
                return None;
            }
            items = self.queue.changed.wait(items).unwrap();
        }
    }

    fn abort(&self) {
        self.queue.items.lock().unwrap().1 = true;
        self.queue.changed.notify_all();
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Topic(u32);

fn keep(topic: Topic, waiting: usize) -> Result<(), String> {
    let path = format!("/proc/none/{}", topic.0);
    std::fs::write(path, waiting.to_string()).map_err(|error| error.to_string())
}

struct Hub {
    feeds: HashMap<Topic, Feed>,
    log: Sender<String>,
}

impl Hub {
    fn subscribe(&mut self, topic: Topic) {
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

    fn publish(&self, topic: Topic, item: &str) {
        if let Some(feed) = self.feeds.get(&topic) {
            feed.push(item);
        }
    }

    fn unsubscribe(&mut self, topic: Topic) -> Result<(), String> {
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

fn main() {
    let (log, lines) = mpsc::channel();
    let printer = thread::spawn(move || {
        for line in lines {
            println!("{line}");
        }
    });
    let mut hub = Hub { feeds: HashMap::new(), log };
    hub.subscribe(Topic(7));
    hub.publish(Topic(7), "opened");
    println!("unsubscribed: {:?}", hub.unsubscribe(Topic(7)));
    drop(hub);
    printer.join().unwrap();
}
