//@ expect: dropped_without_abort
//@ effect: hang

use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};

use must_abort::must_abort;

#[derive(Default)]
struct Feed {
    lines: Vec<String>,
    ended: bool,
}

#[must_abort(end)]
struct Recording {
    feed: Arc<(Mutex<Feed>, Condvar)>,
}

impl Recording {
    fn write(&self, line: &str) {
        self.feed.0.lock().unwrap().lines.push(line.to_owned());
        self.feed.1.notify_one();
    }

    fn end(self) {
        self.feed.0.lock().unwrap().ended = true;
        self.feed.1.notify_one();
    }
}

fn record(title: &'static str) -> (Recording, JoinHandle<usize>) {
    let feed = Arc::new((Mutex::new(Feed::default()), Condvar::new()));
    let tape = Arc::clone(&feed);
    let writer = thread::spawn(move || {
        let (feed, changed) = &*tape;
        let feed = feed.lock().unwrap();
        let feed = changed.wait_while(feed, |feed| !feed.ended).unwrap();
        println!("{title}: {} lines", feed.lines.len());
        feed.lines.len()
    });
    (Recording { feed }, writer)
}

struct Studio {
    current: Recording,
    writers: Vec<JoinHandle<usize>>,
}

impl Studio {
    fn open(title: &'static str) -> Studio {
        let (current, writer) = record(title);
        Studio {
            current,
            writers: vec![writer],
        }
    }

    fn switch_to(&mut self, title: &'static str) {
        let (next, writer) = record(title);
        self.writers.push(writer);
        self.current = next; //~ dropped_without_abort
    }

    fn wrap_up(self) -> usize {
        self.current.end();
        let mut lines = 0;
        for writer in self.writers {
            lines += writer.join().unwrap_or(0);
        }
        lines
    }
}

fn main() {
    let mut studio = Studio::open("warm-up");
    studio.current.write("one two");
    studio.switch_to("song");
    studio.current.write("la la");
    println!("{} lines in all", studio.wrap_up());
}
