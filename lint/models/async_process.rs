//! `async_process`: a dropped `Child` is reaped in the background unless `reap_on_drop(false)`; with `kill_on_drop` it is killed.
use futures_io::{AsyncRead, AsyncWrite, Receives, Transmits};
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};

pub use std::process::{ExitStatus, Output, Stdio};

#[derive(Debug)]
pub struct Command {
    std: std::process::Command,
    reap_on_drop: bool,
    kill_on_drop: bool,
}
impl Command {
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command {
        Command { std: std::process::Command::new(program), reap_on_drop: true, kill_on_drop: false }
    }
    pub fn arg<S: AsRef<OsStr>>(&mut self, arg: S) -> &mut Command {
        self
    }
    pub fn args<I, S>(&mut self, args: I) -> &mut Command
    where
        I: IntoIterator<Item = S>,
        S: AsRef<OsStr>,
    {
        self
    }
    pub fn env<K, V>(&mut self, key: K, val: V) -> &mut Command
    where
        K: AsRef<OsStr>,
        V: AsRef<OsStr>,
    {
        self
    }
    pub fn current_dir<P: AsRef<Path>>(&mut self, dir: P) -> &mut Command {
        self
    }
    pub fn stdin<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {
        self.std.stdin(cfg);
        self
    }
    pub fn stdout<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {
        self.std.stdout(cfg);
        self
    }
    pub fn stderr<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {
        self.std.stderr(cfg);
        self
    }
    pub fn reap_on_drop(&mut self, reap_on_drop: bool) -> &mut Command {
        self.reap_on_drop = reap_on_drop;
        self
    }
    pub fn kill_on_drop(&mut self, kill_on_drop: bool) -> &mut Command {
        self.kill_on_drop = kill_on_drop;
        self
    }
    fn adopt(&self, child: std::process::Child) -> Child {
        let std::process::Child { process, stdin, stdout, stderr } = child;
        Child {
            stdin: stdin.map(|end| ChildStdin { inner: end }),
            stdout: stdout.map(|end| ChildStdout { inner: end }),
            stderr: stderr.map(|end| ChildStderr { inner: end }),
            guard: Guard { process, reap: self.reap_on_drop, kill: self.kill_on_drop },
        }
    }
    pub fn spawn(&mut self) -> io::Result<Child> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(self.adopt(self.std.launch(false)))
    }
    pub async fn status(&mut self) -> io::Result<ExitStatus> {
        self.spawn()?.status().await
    }
    pub async fn output(&mut self) -> io::Result<Output> {
        if unknown!() {
            return Err(unknown!());
        }
        self.adopt(self.std.launch(true)).output().await
    }
}
pub struct Child {
    pub stdin: Option<ChildStdin>,
    pub stdout: Option<ChildStdout>,
    pub stderr: Option<ChildStderr>,
    guard: Guard,
}
struct Guard {
    process: std::process::Process,
    reap: bool,
    kill: bool,
}
impl Guard {
    #[joins(self.process)]
    async fn reap(&mut self) -> io::Result<ExitStatus> {
        primitive!()
    }
    #[detaches(self.process)]
    fn orphan(&mut self) {
        primitive!()
    }
}
impl Drop for Guard {
    fn drop(&mut self) {
        if self.kill {
            let _ = self.process.kill();
        }
        if self.reap {
            self.orphan();
        }
    }
}
impl Child {
    pub fn id(&self) -> u32 {
        self.guard.process.id()
    }
    pub fn kill(&mut self) -> io::Result<()> {
        self.guard.process.kill()
    }
    pub fn try_status(&mut self) -> io::Result<Option<ExitStatus>> {
        self.guard.process.look()
    }
    pub async fn status(&mut self) -> io::Result<ExitStatus> {
        drop(self.stdin.take());
        self.guard.reap().await
    }
    pub async fn output(self) -> io::Result<Output> {
        drop(self.stdin.take());
        if let Some(out) = &mut self.stdout {
            while out.receive().await? > 0 {}
        }
        if let Some(err) = &mut self.stderr {
            while err.receive().await? > 0 {}
        }
        let status = self.status().await?;
        Ok(Output { status, stdout: Vec::new(), stderr: Vec::new() })
    }
}
pub struct ChildStdin {
    inner: std::process::ChildStdin,
}
impl AsyncWrite for ChildStdin {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Transmits for ChildStdin {
    #[sends(self.inner)]
    async fn transmit(&mut self) -> io::Result<usize> {
        primitive!()
    }
    async fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}
pub struct ChildStdout {
    inner: std::process::ChildStdout,
}
impl AsyncRead for ChildStdout {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut [u8]) -> Poll<io::Result<usize>> {
        unknown!()
    }
}
impl Receives for ChildStdout {
    #[parks(self.inner)]
    async fn receive(&mut self) -> io::Result<usize> {
        primitive!()
    }
}
pub struct ChildStderr {
    inner: std::process::ChildStderr,
}
impl AsyncRead for ChildStderr {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut [u8]) -> Poll<io::Result<usize>> {
        unknown!()
    }
}
impl Receives for ChildStderr {
    #[parks(self.inner)]
    async fn receive(&mut self) -> io::Result<usize> {
        primitive!()
    }
}
