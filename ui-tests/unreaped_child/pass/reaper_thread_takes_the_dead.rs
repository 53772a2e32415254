//@ expect: none
//@ effect: none

use std::fs;
use std::io;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Launcher {
    dead: Sender<Child>,
    reaper: JoinHandle<usize>,
}

impl Launcher {
    fn new() -> Launcher {
        let (dead, children) = channel::<Child>();
        let reaper = thread::spawn(move || children.into_iter().filter_map(|mut child| child.wait().ok()).count());
        Launcher { dead, reaper }
    }

    fn try_out(&self, seconds: &str) -> io::Result<u32> {
        let mut child = Command::new("sleep").arg(seconds).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let pid = child.id();
        if let Err(err) = child.kill() {
            eprintln!("{pid}: {err}");
        }
        if self.dead.send(child).is_err() {
            eprintln!("{pid}: no reaper");
        }
        Ok(pid)
    }

    fn finish(self) -> usize {
        drop(self.dead);
        self.reaper.join().unwrap_or(0)
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

fn main() -> io::Result<ExitCode> {
    let launcher = Launcher::new();
    let mut pids = Vec::new();
    for seconds in ["30", "60"] {
        pids.push(launcher.try_out(seconds)?);
    }
    println!("{} reaped", launcher.finish());
    Ok(verdict(&pids))
}
