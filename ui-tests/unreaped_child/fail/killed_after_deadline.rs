//@ expect: unreaped_child
//@ effect: zombie

use std::fs;
use std::io;
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Debug)]
enum Outcome {
    Ended(ExitStatus),
    TimedOut(Duration),
}

struct Check<'a> {
    program: &'a str,
    arg: &'a str,
    limit: Duration,
}

impl Check<'_> {
    fn run(&self, pids: &mut Vec<u32>) -> io::Result<Outcome> {
        let mut child = Command::new(self.program).arg(self.arg).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        pids.push(child.id());
        let deadline = Instant::now() + self.limit;
        loop {
            if let Some(status) = child.try_wait()? {
                return Ok(Outcome::Ended(status));
            }
            if Instant::now() >= deadline {
                child.kill()?; //~ unreaped_child
                return Ok(Outcome::TimedOut(self.limit));
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn is_zombie(pid: u32) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with('Z'))
}

fn verdict(pids: &[u32]) -> ExitCode {
    thread::sleep(Duration::from_millis(50));
    match pids.iter().filter(|&&pid| is_zombie(pid)).count() {
        0 => ExitCode::SUCCESS,
        n => {
            println!("{n} zombies");
            ExitCode::from(3)
        }
    }
}

fn main() -> ExitCode {
    let limit = Duration::from_millis(60);
    let mut pids = Vec::new();
    for arg in ["0.01", "60"] {
        let check = Check { program: "sleep", arg, limit };
        match check.run(&mut pids) {
            Ok(outcome) => println!("{arg}: {outcome:?}"),
            Err(err) => eprintln!("{arg}: {err}"),
        }
    }
    verdict(&pids)
}
