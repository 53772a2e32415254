//@ expect: none
//@ effect: none

mod crawl;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crawl::{Page, worker};
use crossbeam_channel::bounded;

fn main() {
    let (pages, queue) = bounded(4);
    let seen = Arc::new(AtomicUsize::new(0));
    let first = { let (queue, pages, seen) = (queue.clone(), pages.clone(), seen.clone()); thread::spawn(move || worker(&queue, &pages, &seen)) };
    // This one only archives, and always makes room.
    let archive = thread::spawn(move || crawl::archive(&queue));
    for depth in [2, 1, 2] {
        if pages.send(Page::Visit { depth }).is_err() {
            eprintln!("nobody crawls");
        }
    }
    thread::sleep(Duration::from_millis(60));
    for _ in 0..2 {
        if pages.send(Page::End).is_err() {
            break;
        }
    }
    let archived = archive.join().unwrap_or(0);
    drop(pages);
    println!("{}", first.join().is_ok() && seen.load(Ordering::Relaxed) + archived > 0);
}
