use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

pub enum Failure {
    TimedOut { partial: String },
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(err: io::Error) -> Self {
        Failure::Io(err)
    }
}

pub struct Task {
    command: Command,
    timeout: Option<Duration>,
}

impl Task {
    pub fn shell(script: &str) -> Task {
        let mut command = Command::new("sh");
        command.arg("-c").arg(script).stdout(Stdio::piped());
        Task { command, timeout: None }
    }

    pub fn timeout(mut self, timeout: Duration) -> Task {
        self.timeout = Some(timeout);
        self
    }

    pub fn output(mut self) -> Result<String, Failure> {
        let mut child = self.command.spawn()?;
        let reader = child.stdout.take().map(|out| {
            thread::spawn(move || BufReader::new(out).lines().map_while(Result::ok).fold(String::new(), |text, line| text + &line + "\n"))
        });
        let in_time = self.wait(&mut child)?;
        if !in_time {
            terminate(&child)?;
            child.wait()?;
        }
        let text = reader.map(JoinHandle::join); //~ kill_leaves_pipe_open
        let text = text.and_then(Result::ok).unwrap_or_default();
        if in_time { Ok(text) } else { Err(Failure::TimedOut { partial: text }) }
    }

    fn wait(&self, child: &mut Child) -> io::Result<bool> {
        let Some(timeout) = self.timeout else {
            return child.wait().map(|_| true);
        };
        let until = Instant::now() + timeout;
        loop {
            if child.try_wait()?.is_some() {
                return Ok(true);
            }
            if Instant::now() > until {
                return Ok(false);
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}

fn terminate(child: &Child) -> io::Result<()> {
    let pid = Pid::from_child(child);
    kill_process(pid, Signal::TERM).map_err(io::Error::from)?;
    println!("terminated");
    Ok(())
}
