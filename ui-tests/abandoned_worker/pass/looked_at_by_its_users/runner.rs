use std::io;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A browser that runs. Users look at it, wait for it, or kill it: it is theirs.
pub trait RunnerProcess {
    fn try_wait(&mut self) -> io::Result<Option<ExitStatus>>;
    fn wait(&mut self, timeout: Duration) -> io::Result<ExitStatus>;
    fn running(&mut self) -> bool;
    fn kill(&mut self) -> io::Result<ExitStatus>;
}

pub struct BrowserProcess {
    process: Child,
}

impl BrowserProcess {
    pub fn start(program: &str, arguments: &[&str]) -> io::Result<BrowserProcess> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null());
        let process = command.spawn()?;
        Ok(BrowserProcess { process })
    }

    pub fn pid(&self) -> u32 {
        self.process.id()
    }
}

impl RunnerProcess for BrowserProcess {
    fn try_wait(&mut self) -> io::Result<Option<ExitStatus>> {
        self.process.try_wait()
    }

    fn wait(&mut self, timeout: Duration) -> io::Result<ExitStatus> {
        let start = Instant::now();
        loop {
            match self.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) if start.elapsed() >= timeout => return self.kill(),
                Ok(None) => thread::sleep(Duration::from_millis(5)),
                Err(error) => return Err(error),
            }
        }
    }

    fn running(&mut self) -> bool {
        self.try_wait().is_ok_and(|status| status.is_none())
    }

    fn kill(&mut self) -> io::Result<ExitStatus> {
        match self.try_wait() {
            Ok(Some(status)) => Ok(status),
            Ok(None) => {
                println!("killing process {}", self.process.id());
                self.process.kill()?;
                self.process.wait()
            }
            Err(error) => Err(error),
        }
    }
}
