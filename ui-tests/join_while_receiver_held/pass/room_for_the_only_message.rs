//@ expect: none
//@ effect: none

use std::fmt;
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread::{self, JoinHandle};

#[derive(Debug)]
enum Verdict {
    Prime,
    Divisible(u64),
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Verdict::Prime => f.write_str("prime"),
            Verdict::Divisible(by) => write!(f, "divisible by {by}"),
        }
    }
}

struct Check {
    number: u64,
    verdict: Receiver<Verdict>,
    thread: JoinHandle<()>,
}

fn judge(number: u64, verdict: SyncSender<Verdict>) {
    let divisor = (2..number).take_while(|divisor| divisor * divisor <= number).find(|divisor| number % divisor == 0);
    let found = divisor.map_or(Verdict::Prime, Verdict::Divisible);
    let _ = verdict.send(found);
}

fn check(number: u64) -> Check {
    let (outbox, verdict) = sync_channel(1);
    let thread = thread::spawn(move || judge(number, outbox));
    Check { number, verdict, thread }
}

fn main() {
    for check in [97, 91].map(check) {
        if check.thread.join().is_err() {
            eprintln!("{}: the judge panicked", check.number);
        }
        match check.verdict.try_recv() {
            Ok(verdict) => println!("{} is {verdict}", check.number),
            Err(TryRecvError::Empty | TryRecvError::Disconnected) => {
                println!("{}: no verdict", check.number);
            }
        }
    }
}
