//@ expect: none
//@ effect: none

mod spool;

use std::thread;
use std::time::Duration;

use spool::Spool;

fn main() {
    let (spool, done) = Spool::open();
    for page in ["title", "contents", "index"] {
        println!("{page}: {}", spool.print(page));
    }
    drop(spool);
    // Outside of the teardown one may wait as long as one likes.
    println!("{:?} pages", done.recv().ok());
    thread::sleep(Duration::from_millis(5));
}
