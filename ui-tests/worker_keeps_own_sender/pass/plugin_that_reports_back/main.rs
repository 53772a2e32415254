//@ expect: none
//@ effect: none

mod crawler;
mod plugin;

use crawler::start;
use plugin::Event;

fn main() {
    let (events, crawler) = start();
    for url in ["http://a", "http://b"] {
        events.send(Event::Visit(url.to_owned())).expect("crawler is up");
    }
    drop(events);
    println!("{} pages", crawler.join().expect("crawler panicked"));
}
