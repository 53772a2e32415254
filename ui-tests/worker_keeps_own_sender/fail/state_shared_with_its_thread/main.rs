//@ expect: worker_keeps_own_sender
//@ effect: leak

mod client;
mod connection;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use connection::talk;

fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").map_or(0, Iterator::count)
}

fn main() -> ExitCode {
    println!("{:?} {:?}", talk(true), talk(std::env::args().count() > 3));
    thread::sleep(Duration::from_millis(200));
    if threads() > 1 {
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
