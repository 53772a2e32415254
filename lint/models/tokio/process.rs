//! `tokio::process`: the runtime reaps a child that is dropped; with `kill_on_drop` it is killed first.
use crate::io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf, Receives, Transmits};
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::pin::Pin;
use std::process::{ExitStatus, Output, Stdio};
use std::task::{Context, Poll};

#[derive(Debug)]
pub struct Command {
    std: std::process::Command,
    kill_on_drop: bool,
}
impl Command {
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command {
        Command { std: std::process::Command::new(program), kill_on_drop: false }
    }
    pub fn as_std(&self) -> &std::process::Command {
        &self.std
    }
    pub fn as_std_mut(&mut self) -> &mut std::process::Command {
        &mut self.std
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
    pub fn envs<I, K, V>(&mut self, vars: I) -> &mut Command
    where
        I: IntoIterator<Item = (K, V)>,
        K: AsRef<OsStr>,
        V: AsRef<OsStr>,
    {
        self
    }
    pub fn env_remove<K: AsRef<OsStr>>(&mut self, key: K) -> &mut Command {
        self
    }
    pub fn env_clear(&mut self) -> &mut Command {
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
    pub fn kill_on_drop(&mut self, kill_on_drop: bool) -> &mut Command {
        self.kill_on_drop = kill_on_drop;
        self
    }
    pub fn process_group(&mut self, pgroup: i32) -> &mut Command {
        self.std.leads = true;
        self
    }
    pub unsafe fn pre_exec<F>(&mut self, f: F) -> &mut Command
    where
        F: FnMut() -> io::Result<()> + Send + Sync + 'static,
    {
        self.std.leads = true;
        self
    }
    fn adopt(&self, child: std::process::Child) -> Child {
        let std::process::Child { process, stdin, stdout, stderr } = child;
        Child {
            stdin: stdin.map(|end| ChildStdin { inner: end }),
            stdout: stdout.map(|end| ChildStdout { inner: end }),
            stderr: stderr.map(|end| ChildStderr { inner: end }),
            guard: Guard { process, kill: self.kill_on_drop },
        }
    }
    pub fn spawn(&mut self) -> io::Result<Child> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(self.adopt(self.std.launch(false)))
    }
    pub async fn status(&mut self) -> io::Result<ExitStatus> {
        let mut child = self.spawn()?;
        drop(child.stdin.take());
        drop(child.stdout.take());
        drop(child.stderr.take());
        child.wait().await
    }
    pub async fn output(&mut self) -> io::Result<Output> {
        if unknown!() {
            return Err(unknown!());
        }
        self.adopt(self.std.launch(true)).wait_with_output().await
    }
}
#[derive(Debug)]
pub struct Child {
    guard: Guard,
    pub stdin: Option<ChildStdin>,
    pub stdout: Option<ChildStdout>,
    pub stderr: Option<ChildStderr>,
}
#[derive(Debug)]
struct Guard {
    process: std::process::Process,
    kill: bool,
}
impl Guard {
    #[joins(self.process)]
    async fn reap(&mut self) -> io::Result<ExitStatus> {
        primitive!()
    }
    // The runtime waits for it in the background.
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
        self.orphan();
    }
}
impl Child {
    pub fn id(&self) -> Option<u32> {
        if unknown!() { Some(self.guard.process.id()) } else { None }
    }
    pub fn start_kill(&mut self) -> io::Result<()> {
        self.guard.process.kill()
    }
    pub async fn kill(&mut self) -> io::Result<()> {
        self.start_kill()?;
        self.wait().await?;
        Ok(())
    }
    pub async fn wait(&mut self) -> io::Result<ExitStatus> {
        drop(self.stdin.take());
        self.guard.reap().await
    }
    pub fn try_wait(&mut self) -> io::Result<Option<ExitStatus>> {
        self.guard.process.look()
    }
    pub async fn wait_with_output(self) -> io::Result<Output> {
        drop(self.stdin.take());
        let mut stdout = Vec::new();
        let mut stderr = Vec::new();
        if let Some(out) = &mut self.stdout {
            out.read_to_end(&mut stdout).await?;
        }
        if let Some(err) = &mut self.stderr {
            err.read_to_end(&mut stderr).await?;
        }
        let status = self.wait().await?;
        Ok(Output { status, stdout, stderr })
    }
}
#[derive(Debug)]
pub struct ChildStdin {
    inner: std::process::ChildStdin,
}
impl TryInto<Stdio> for ChildStdin {
    type Error = io::Error;
    fn try_into(self) -> Result<Stdio, io::Error> {
        Ok(Stdio::from(self.inner))
    }
}
impl ChildStdin {
    pub fn from_std(inner: std::process::ChildStdin) -> io::Result<Self> {
        Ok(ChildStdin { inner })
    }
    #[sends(self.inner)]
    async fn put(&mut self) -> io::Result<usize> {
        primitive!()
    }
}
impl AsyncWrite for ChildStdin {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Transmits for ChildStdin {
    async fn transmit(&mut self) -> io::Result<usize> {
        self.put().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        Ok(())
    }
}
#[derive(Debug)]
pub struct ChildStdout {
    inner: std::process::ChildStdout,
}
impl TryInto<Stdio> for ChildStdout {
    type Error = io::Error;
    fn try_into(self) -> Result<Stdio, io::Error> {
        Ok(Stdio::from(self.inner))
    }
}
impl ChildStdout {
    pub fn from_std(inner: std::process::ChildStdout) -> io::Result<Self> {
        Ok(ChildStdout { inner })
    }
    #[parks(self.inner)]
    async fn take(&mut self) -> io::Result<usize> {
        primitive!()
    }
}
impl AsyncRead for ChildStdout {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for ChildStdout {
    async fn receive(&mut self) -> io::Result<usize> {
        self.take().await
    }
}
#[derive(Debug)]
pub struct ChildStderr {
    inner: std::process::ChildStderr,
}
impl TryInto<Stdio> for ChildStderr {
    type Error = io::Error;
    fn try_into(self) -> Result<Stdio, io::Error> {
        Ok(Stdio::from(self.inner))
    }
}
impl ChildStderr {
    pub fn from_std(inner: std::process::ChildStderr) -> io::Result<Self> {
        Ok(ChildStderr { inner })
    }
    #[parks(self.inner)]
    async fn take(&mut self) -> io::Result<usize> {
        primitive!()
    }
}
impl AsyncRead for ChildStderr {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        unknown!()
    }
}
impl Receives for ChildStderr {
    async fn receive(&mut self) -> io::Result<usize> {
        self.take().await
    }
}
