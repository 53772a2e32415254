//@ expect: none
//@ effect: none

mod task;

use std::time::Duration;

use task::{Failure, Task};

fn main() {
    for script in ["echo quick", "(sleep 30) & echo $!; wait"] {
        match Task::shell(script).timeout(Duration::from_millis(120)).output() {
            Ok(text) => println!("ok: {}", text.lines().count()),
            Err(Failure::TimedOut { partial }) => println!("timed out: {}", partial.lines().count()),
            Err(Failure::Io(err)) => println!("io: {err}"),
        }
    }
}
