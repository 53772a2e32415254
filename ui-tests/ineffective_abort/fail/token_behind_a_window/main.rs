//@ expect: ineffective_abort
//@ effect: hang

mod download;
mod token;

use std::thread;
use std::time::Duration;

use download::Download;

fn main() {
    let download = Download::start();
    download.grant(3);
    thread::sleep(Duration::from_millis(30));
    println!("{}", download.cancel());
}
