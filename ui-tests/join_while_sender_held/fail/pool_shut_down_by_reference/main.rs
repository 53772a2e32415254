//@ expect: join_while_sender_held
//@ effect: hang
//! Thumbnails are made by a pool that its users shut down by reference: the queue's sender stays in the pool meanwhile.

mod pool;

use pool::{Picture, Thumbnailer};

fn main() {
    let mut thumbnailer = Thumbnailer::start(2);
    for page in 0..6 {
        thumbnailer.submit(Picture { name: format!("page-{page}.png"), width: 1600, height: 1200 });
    }
    let made = thumbnailer.shut_down();
    println!("{made} thumbnails");
}
