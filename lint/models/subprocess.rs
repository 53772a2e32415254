//! `subprocess`: a `Process` that is dropped is waited for, unless it was detached.
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::time::Duration;

pub struct Exec {
    detached: bool,
}
impl Exec {
    pub fn cmd(command: impl Into<OsString>) -> Exec {
        Exec { detached: false }
    }
    pub fn shell(cmdstr: impl Into<OsString>) -> Exec {
        Exec { detached: false }
    }
    pub fn arg(self, arg: impl Into<OsString>) -> Exec {
        self
    }
    pub fn args(self, args: impl IntoIterator<Item = impl Into<OsString>>) -> Exec {
        self
    }
    pub fn env(self, key: impl Into<OsString>, value: impl Into<OsString>) -> Exec {
        self
    }
    pub fn cwd(self, dir: impl AsRef<Path>) -> Exec {
        self
    }
    pub fn detached(self) -> Exec {
        Exec { detached: true }
    }
    pub fn start(self) -> io::Result<Job> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(Job { process: Process(std::sync::Arc::new(Inner { child: launch(), detached: self.detached })) })
    }
    pub fn join(self) -> io::Result<ExitStatus> {
        self.start()?.join()
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExitStatus(pub(crate) Option<i32>);
impl ExitStatus {
    pub fn success(&self) -> bool {
        unknown!()
    }
}
#[worker(process, on_drop = "detach")]
struct Running {
    worker: (),
}
#[spawns(process)]
fn launch() -> Running {
    primitive!()
}
impl Running {
    #[joins(self)]
    fn reap(&self) -> io::Result<ExitStatus> {
        primitive!()
    }
    #[joins(self, deadline)]
    fn reap_timeout(&self) -> io::Result<Option<ExitStatus>> {
        primitive!()
    }
    #[polls(self)]
    fn look(&self) -> Option<ExitStatus> {
        primitive!()
    }
    #[kills(self)]
    fn kill(&self) -> io::Result<()> {
        primitive!()
    }
}
struct Inner {
    child: Running,
    detached: bool,
}
impl Drop for Inner {
    fn drop(&mut self) {
        if !self.detached {
            let _ = self.child.reap();
        }
    }
}
#[derive(Clone)]
pub struct Process(std::sync::Arc<Inner>);
impl Process {
    pub fn pid(&self) -> u32 {
        unknown!()
    }
    pub fn poll(&self) -> Option<ExitStatus> {
        self.0.child.look()
    }
    pub fn wait(&self) -> io::Result<ExitStatus> {
        self.0.child.reap()
    }
    pub fn wait_timeout(&self, dur: Duration) -> io::Result<Option<ExitStatus>> {
        self.0.child.reap_timeout()
    }
    pub fn terminate(&self) -> io::Result<()> {
        self.0.child.kill()
    }
    pub fn kill(&self) -> io::Result<()> {
        self.0.child.kill()
    }
    pub fn detach(&self) {
        self.0.detached = true;
    }
}
pub struct Job {
    process: Process,
}
impl Job {
    pub fn pid(&self) -> u32 {
        unknown!()
    }
    pub fn poll(&self) -> Option<ExitStatus> {
        self.process.poll()
    }
    pub fn wait(&self) -> io::Result<ExitStatus> {
        self.process.wait()
    }
    pub fn wait_timeout(&self, timeout: Duration) -> io::Result<Option<ExitStatus>> {
        self.process.wait_timeout(timeout)
    }
    pub fn join(self) -> io::Result<ExitStatus> {
        self.process.wait()
    }
    pub fn terminate(&self) -> io::Result<()> {
        self.process.terminate()
    }
    pub fn kill(&self) -> io::Result<()> {
        self.process.kill()
    }
    pub fn detach(&self) {
        self.process.detach();
    }
}
