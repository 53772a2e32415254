//@ expect: none
//@ effect: none

use std::io::{self, BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

struct Build {
    child: Child,
    output: JoinHandle<Vec<String>>,
}

#[derive(Debug)]
enum Ended {
    Code(Option<i32>),
    Killed,
}

fn gather(out: ChildStdout) -> Vec<String> {
    BufReader::new(out).lines().map_while(Result::ok).collect()
}

impl Build {
    fn start(script: &str) -> io::Result<Build> {
        let mut command = Command::new("sh");
        command.args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::piped());
        command.process_group(0);
        let mut child = command.spawn()?;
        let out = child.stdout.take().expect("piped");
        let output = thread::spawn(move || gather(out));
        Ok(Build { child, output })
    }

    fn wait_until(&mut self, deadline: Instant) -> io::Result<Ended> {
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait()? {
                return Ok(Ended::Code(status.code()));
            }
            thread::sleep(Duration::from_millis(5));
        }
        self.stop()?;
        Ok(Ended::Killed)
    }

    fn stop(&mut self) -> io::Result<()> {
        let group = rustix::process::Pid::from_child(&self.child);
        rustix::process::kill_process_group(group, rustix::process::Signal::KILL)?;
        self.child.wait()?;
        Ok(())
    }

    fn finish(mut self, limit: Duration) -> io::Result<(Ended, Vec<String>)> {
        let ended = self.wait_until(Instant::now() + limit)?;
        let lines = self.output.join().unwrap_or_default();
        Ok((ended, lines))
    }
}

fn main() -> io::Result<()> {
    for script in ["echo quick", "echo slow; sleep 9 & wait"] {
        let build = Build::start(script)?;
        let (ended, lines) = build.finish(Duration::from_millis(200))?;
        println!("{ended:?}: {lines:?}");
    }
    Ok(())
}
