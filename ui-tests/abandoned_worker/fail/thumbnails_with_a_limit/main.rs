//@ expect: abandoned_worker
//@ effect: leak

mod budget;
mod decoder;
mod gallery;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use budget::Budget;
use gallery::Gallery;

fn main() -> ExitCode {
    let gallery = Gallery::new(Budget::new(Duration::from_millis(60)));
    for (name, rows) in [("icon", 3), ("poster", 50_000)] {
        match gallery.thumbnail(name, rows) {
            Some(bytes) => println!("{name}: {bytes} bytes"),
            None => println!("{name}: takes too long"),
        }
    }
    thread::sleep(Duration::from_millis(50));
    let before = gallery.rows();
    thread::sleep(Duration::from_millis(50));
    if gallery.rows() > before {
        println!("it is decoded still");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
