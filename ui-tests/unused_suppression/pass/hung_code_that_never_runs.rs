//@ expect: none
//@ effect: none

use std::sync::mpsc;
use std::thread;

/// Waits for jobs until the process is killed.
fn serve() {
    let (tx, rx) = mpsc::channel::<u32>();
    let feeder = tx.clone();
    thread::spawn(move || feeder.send(1).unwrap());
    // must_abort: allow(recv_while_sender_held): the process ends by a signal, and jobs may come at any time
    for job in &rx {
        println!("job {job}");
    }
    drop(tx);
}

fn main() {
    if std::env::args().any(|arg| arg == "--serve") {
        serve();
    }
    println!("no server wanted");
}
