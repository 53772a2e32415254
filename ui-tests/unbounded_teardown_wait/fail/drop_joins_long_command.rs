//@ expect: unbounded_teardown_wait
//@ effect: hang

use std::io;
use std::process::{Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Backup {
    name: String,
    thread: Option<JoinHandle<io::Result<ExitStatus>>>,
}

fn copy(seconds: &str) -> io::Result<ExitStatus> {
    Command::new("sleep").arg(seconds).stdin(Stdio::null()).stdout(Stdio::null()).status()
}

impl Backup {
    fn start(name: &str, seconds: &'static str) -> Backup {
        let thread = thread::spawn(move || copy(seconds));
        Backup { name: name.to_owned(), thread: Some(thread) }
    }

    fn running(&self) -> bool {
        self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }
}

impl Drop for Backup {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            match thread.join() { //~ unbounded_teardown_wait
                Ok(Ok(status)) => println!("{}: {status}", self.name),
                Ok(Err(err)) => eprintln!("{}: {err}", self.name),
                Err(_) => eprintln!("{}: panicked", self.name),
            }
        }
    }
}

fn main() {
    let quick = Backup::start("photos", "0.01");
    let slow = Backup::start("films", "30");
    thread::sleep(Duration::from_millis(50));
    println!("photos: {}, films: {}", quick.running(), slow.running());
}
