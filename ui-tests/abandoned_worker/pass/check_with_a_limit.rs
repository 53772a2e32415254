//@ expect: none
//@ effect: none

use std::io;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Debug)]
enum Outcome {
    Exit(Option<i32>),
    TimedOut,
}

struct Check {
    name: &'static str,
    script: &'static str,
    limit: Duration,
}

impl Check {
    fn start(&self) -> io::Result<Child> {
        Command::new("sh")
            .args(["-c", self.script])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
    }

    fn run(&self) -> io::Result<(u32, Outcome)> {
        let mut child = self.start()?;
        let pid = child.id();
        let since = Instant::now();
        while since.elapsed() < self.limit {
            if let Some(status) = child.try_wait()? {
                return Ok((pid, Outcome::Exit(status.code())));
            }
            thread::sleep(Duration::from_millis(10));
        }
        child.kill()?;
        child.wait()?;
        Ok((pid, Outcome::TimedOut))
    }
}

fn main() -> io::Result<()> {
    let checks = [
        Check { name: "quick", script: "exit 4", limit: Duration::from_secs(5) },
        Check { name: "slow", script: "exec sleep 8", limit: Duration::from_millis(60) },
    ];
    let mut alive = false;
    for check in &checks {
        let (pid, outcome) = check.run()?;
        println!("{}: {outcome:?}", check.name);
        alive |= std::path::Path::new(&format!("/proc/{pid}")).exists();
    }
    std::process::exit(if alive { 3 } else { 0 });
}
