//@ expect: none
//@ effect: none

use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::Duration;

struct Task {
    leader: Child,
    output: JoinHandle<io::Result<String>>,
}

fn start(script: &str) -> io::Result<Task> {
    let mut leader = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::piped()).process_group(0).spawn()?;
    let stdout = leader.stdout.take();
    let output = thread::spawn(move || {
        let mut text = String::new();
        if let Some(mut stdout) = stdout {
            stdout.read_to_string(&mut text)?;
        }
        Ok(text)
    });
    Ok(Task { leader, output })
}

impl Task {
    fn kill_group(&self) -> bool {
        let group = format!("-{}", self.leader.id());
        Command::new("kill").args(["-s", "KILL", "--", &group]).stdin(Stdio::null()).status().is_ok_and(|status| status.success())
    }

    fn cancel(mut self) -> io::Result<String> {
        println!("group killed: {}", self.kill_group());
        self.leader.wait()?;
        self.output.join().unwrap_or_else(|_| Err(io::Error::other("reader panicked")))
    }
}

fn main() -> io::Result<()> {
    let task = start("echo working; sleep 20 & wait")?;
    thread::sleep(Duration::from_millis(60));
    print!("{}", task.cancel()?);
    Ok(())
}
