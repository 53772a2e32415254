//@ expect: none
//@ effect: none

use std::io;
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Debug)]
struct Step<'a> {
    name: &'a str,
    script: &'a str,
    limit: Duration,
}

fn ended_in_time(child: &mut Child, limit: Duration) -> io::Result<bool> {
    let deadline = Instant::now() + limit;
    while Instant::now() < deadline {
        if child.try_wait()?.is_some() {
            return Ok(true);
        }
        thread::sleep(Duration::from_millis(4));
    }
    Ok(false)
}

impl Step<'_> {
    fn run(&self) -> io::Result<Output> {
        let mut child = Command::new("sh").args(["-c", self.script]).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        if !ended_in_time(&mut child, self.limit)? {
            println!("{}: more than {:?}", self.name, self.limit);
            let _ = child.kill();
            let status = child.wait()?;
            return Ok(Output { status, stdout: Vec::new(), stderr: Vec::new() });
        }
        child.wait_with_output()
    }
}

fn main() -> io::Result<()> {
    let limit = Duration::from_millis(80);
    for (name, script) in [("lint", "echo clean"), ("test", "echo running; sleep 1 & wait")] {
        let output = Step { name, script, limit }.run()?;
        println!("{name}: {}", String::from_utf8_lossy(&output.stdout).trim());
    }
    Ok(())
}
