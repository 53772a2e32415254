//@ expect: none
//@ effect: none
//! A print spooler is shared by those who print: its end waits for the thread once it has dropped the sender that it has itself.

mod spooler;

use std::sync::Arc;
use std::thread;

use spooler::Spooler;

fn main() {
    let spooler = Spooler::start("lp0");
    let offices: Vec<_> = (0..3)
        .map(|office| {
            let spooler = Arc::clone(&spooler);
            thread::spawn(move || spooler.print(format!("letter from office {office}")))
        })
        .collect();
    for office in offices {
        office.join().expect("an office panicked");
    }
    spooler.stop();
    println!("{} is off", spooler.name());
}
