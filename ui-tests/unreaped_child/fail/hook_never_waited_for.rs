//@ expect: unreaped_child
//@ effect: zombie

use std::fs;
use std::io;
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

struct Hook<'a> {
    program: &'a str,
    event: String,
}

impl Hook<'_> {
    fn fire(&self) -> io::Result<u32> {
        let child = Command::new(self.program).arg(&self.event).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let pid = child.id();
        println!("hook for {} runs", self.event);
        Ok(pid)
    } //~ unreaped_child
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

fn main() -> io::Result<ExitCode> {
    let mut pids = Vec::new();
    for event in ["saved", "closed"] {
        let hook = Hook { program: "true", event: event.to_owned() };
        pids.push(hook.fire()?);
    }
    Ok(verdict(&pids))
}
