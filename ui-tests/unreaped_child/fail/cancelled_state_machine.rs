//@ expect: unreaped_child
//@ effect: zombie

use std::fs;
use std::io;
use std::mem;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

enum State {
    Idle,
    Running { child: Child, job: u32 },
    Finished(u32),
}

struct Runner {
    state: State,
}

impl Runner {
    fn run(&mut self, job: u32) -> io::Result<u32> {
        let child = Command::new("sleep").arg("60").stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let pid = child.id();
        self.state = State::Running { child, job };
        Ok(pid)
    }

    fn cancel(&mut self) -> Option<u32> {
        match mem::replace(&mut self.state, State::Idle) {
            State::Idle => None,
            State::Running { mut child, job } => {
                let killed = child.kill(); //~ unreaped_child
                self.state = State::Finished(job);
                killed.is_ok().then_some(job)
            }
            State::Finished(job) => Some(job),
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

fn main() -> io::Result<ExitCode> {
    let mut runner = Runner { state: State::Idle };
    let mut pids = Vec::new();
    for job in [7, 8] {
        pids.push(runner.run(job)?);
        println!("cancelled: {:?}", runner.cancel());
    }
    Ok(verdict(&pids))
}
