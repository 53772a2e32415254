//@ expect: none
//@ effect: none

mod page;
mod renderer;
mod spool;
mod tray;

use std::thread;
use std::time::Duration;

use spool::Spool;

fn main() {
    let mut spool = Spool::default();
    let pages = spool.submit("manual", 12);
    let printer = thread::spawn(move || {
        let mut printed = 0;
        while let Some(page) = pages.take() {
            printed += usize::from(!page.is_blank());
        }
        printed
    });
    thread::sleep(Duration::from_millis(20));
    spool.cancel("manual");
    match printer.join() {
        Ok(printed) => println!("printed some: {}", printed > 0),
        Err(_) => eprintln!("paper jam"),
    }
}
