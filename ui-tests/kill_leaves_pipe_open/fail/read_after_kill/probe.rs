use std::io::{self, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

pub struct Report {
    pub output: String,
    pub in_time: bool,
}

pub struct Probe {
    child: Child,
    output: Option<ChildStdout>,
}

impl Probe {
    pub fn start(script: &str) -> io::Result<Probe> {
        let mut child = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take();
        Ok(Probe { child, output })
    }

    fn finished(&mut self, limit: Duration) -> io::Result<bool> {
        let started = Instant::now();
        while started.elapsed() < limit {
            if self.child.try_wait()?.is_some() {
                return Ok(true);
            }
            thread::sleep(Duration::from_millis(4));
        }
        let _ = self.child.kill();
        self.child.wait()?;
        Ok(false)
    }

    pub fn run(mut self, limit: Duration) -> io::Result<Report> {
        let in_time = self.finished(limit)?;
        let mut report = Report { output: String::new(), in_time };
        if let Some(mut output) = self.output.take() {
            output.read_to_string(&mut report.output)?; //~ kill_leaves_pipe_open
        }
        Ok(report)
    }
}
