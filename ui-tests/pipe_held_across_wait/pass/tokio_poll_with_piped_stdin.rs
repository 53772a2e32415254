//@ expect: none
//@ effect: none

use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io;
use tokio::process::{Child, Command};
use tokio::time;

#[derive(Debug, Clone, Copy)]
struct Poll {
    every: Duration,
    report_after: u32,
}

struct Script {
    child: Child,
    polls: u32,
}

impl Script {
    fn run(text: &str) -> io::Result<Script> {
        let child = Command::new("sh").args(["-c", text]).stdin(Stdio::piped()).stdout(Stdio::null()).kill_on_drop(true).spawn()?;
        Ok(Script { child, polls: 0 })
    }

    async fn finished(&mut self, poll: Poll) -> io::Result<ExitStatus> {
        self.child.stdin = None;
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            self.polls += 1;
            if self.polls == poll.report_after {
                println!("still waiting");
            }
            time::sleep(poll.every).await;
        }
    }
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let poll = Poll { every: Duration::from_millis(5), report_after: 20 };
    for text in ["true", "cat; echo done"] {
        let mut script = Script::run(text)?;
        let status = script.finished(poll).await?;
        println!("{text:?}: {status}");
    }
    Ok(())
}
