//@ expect: hangup_ignored
//@ effect: leak

mod clock;

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

fn main() -> ExitCode {
    let (times, count) = clock::start(Duration::from_millis(3));
    let shown: Vec<_> = times.iter().take(3).collect();
    println!("{shown:?}");
    drop(times);
    thread::sleep(Duration::from_millis(30));
    let before = count.get();
    thread::sleep(Duration::from_millis(60));
    if count.get() > before {
        println!("the clock ticks on");
        return ExitCode::from(3);
    }
    ExitCode::SUCCESS
}
