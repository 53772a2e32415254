//@ expect: worker_outlives_owner
//@ effect: leak

mod feed;
mod poller;
mod threads;

use std::process::ExitCode;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use feed::Feed;
use poller::Poller;

fn read_for_a_while(feed: &Arc<Feed>) {
    let poller = Poller::start(Arc::clone(feed));
    thread::sleep(Duration::from_millis(30));
    println!("something was read: {}", poller.unread() > 0);
}

fn main() -> ExitCode {
    let feed = Arc::new(Feed::default());
    read_for_a_while(&feed);
    thread::sleep(Duration::from_millis(20));
    let before = feed.count();
    thread::sleep(Duration::from_millis(40));
    if feed.count() > before {
        println!("the feed is read for nobody");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
