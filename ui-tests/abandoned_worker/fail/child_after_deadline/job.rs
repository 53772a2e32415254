use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

pub struct Job {
    child: Child,
    started: Instant,
}

impl Job {
    pub fn start(program: &str, arg: &str) -> io::Result<Job> {
        let child = Command::new(program).arg(arg).stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let started = Instant::now();
        Ok(Job { child, started })
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn finish(mut self, limit: Duration) -> io::Result<Option<ExitStatus>> {
        loop {
            if let Some(status) = self.child.try_wait()? { //~ abandoned_worker
                return Ok(Some(status));
            }
            if self.started.elapsed() > limit {
                println!("job {} exceeds {limit:?}", self.child.id());
                return Ok(None);
            }
            thread::sleep(Duration::from_millis(5));
        }
    }
}
