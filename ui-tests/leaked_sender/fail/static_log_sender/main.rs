//@ expect: leaked_sender
//@ effect: hang

mod log;

use std::thread;

fn work(part: u32) -> u32 {
    log::line(format!("part {part} started"));
    let result = (1..=part).product();
    log::line(format!("part {part} is {result}"));
    result
}

fn main() {
    let writer = log::start();
    let parts: Vec<_> = (3..6).map(|part| thread::spawn(move || work(part))).collect();
    let total: u32 = parts.into_iter().filter_map(|part| part.join().ok()).sum();
    log::line(format!("total {total}"));
    println!("{} lines logged", log::finish(writer));
}
