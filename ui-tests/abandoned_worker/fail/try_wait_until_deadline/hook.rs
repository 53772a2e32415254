use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

pub enum Outcome {
    Ended(bool),
    TimedOut(u32),
}

const PATIENCE: Duration = Duration::from_millis(200);

fn start(script: &str) -> io::Result<Child> {
    Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::null()).spawn()
}

pub fn run(name: &str, script: &str) -> io::Result<Outcome> {
    let mut child = start(script)?;
    let deadline = Instant::now() + PATIENCE;
    println!("hook {name}");
    loop {
        if let Some(status) = child.try_wait()? { //~ abandoned_worker
            return Ok(Outcome::Ended(status.success()));
        }
        if Instant::now() > deadline {
            return Ok(Outcome::TimedOut(child.id()));
        }
        thread::sleep(Duration::from_millis(10));
    }
}
