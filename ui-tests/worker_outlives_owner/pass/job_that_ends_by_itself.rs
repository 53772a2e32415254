//@ expect: none
//@ effect: none

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

#[derive(Default)]
struct Cache {
    pages: Mutex<Vec<String>>,
    loaded: AtomicUsize,
}

struct Book {
    title: &'static str,
    cache: Arc<Cache>,
}

fn typeset(title: &str, number: usize) -> String {
    format!("{title}, page {number}")
}

impl Book {
    fn open(title: &'static str, pages: usize) -> Book {
        let cache = Arc::new(Cache::default());
        let preload = Arc::clone(&cache);
        thread::spawn(move || {
            for number in 0..pages {
                let page = typeset(title, number);
                if let Ok(mut pages) = preload.pages.lock() {
                    pages.push(page);
                }
                preload.loaded.fetch_add(1, Ordering::Relaxed);
                thread::sleep(Duration::from_millis(1));
            }
        });
        Book { title, cache }
    }

    fn first(&self) -> Option<String> {
        self.cache.pages.lock().ok()?.first().cloned()
    }
}

fn leaf_through() -> Arc<Cache> {
    let book = Book::open("Nets", 20);
    thread::sleep(Duration::from_millis(10));
    println!("{}: {:?}", book.title, book.first());
    Arc::clone(&book.cache)
}

fn main() {
    let cache = leaf_through();
    thread::sleep(Duration::from_millis(100));
    println!("{} loaded, {} readers", cache.loaded.load(Ordering::Relaxed), Arc::strong_count(&cache));
}
