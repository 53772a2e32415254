//! `duct`: an expression that was started is reaped by `wait`; a dropped `Handle` lets it go on.
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::process::Output;

pub trait IntoExecutablePath {}
impl IntoExecutablePath for &str {}
impl IntoExecutablePath for String {}
impl IntoExecutablePath for PathBuf {}

#[derive(Clone, Debug)]
pub struct Expression {
    argv: usize,
}
pub fn cmd<T, U>(program: T, args: U) -> Expression
where
    T: IntoExecutablePath,
    U: IntoIterator,
    U::Item: Into<OsString>,
{
    Expression { argv: unknown!() }
}
impl Expression {
    pub fn run(&self) -> io::Result<Output> {
        self.start()?.into_output()
    }
    pub fn read(&self) -> io::Result<String> {
        self.start()?.into_output()?;
        Ok(unknown!())
    }
    pub fn start(&self) -> io::Result<Handle> {
        if unknown!() { Ok(launch()) } else { Err(unknown!()) }
    }
    pub fn pipe<T: Into<Expression>>(&self, right: T) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn stdin_bytes<T: Into<Vec<u8>>>(&self, bytes: T) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn dir<T: Into<PathBuf>>(&self, path: T) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn env<T, U>(&self, name: T, val: U) -> Expression
    where
        T: Into<OsString>,
        U: Into<OsString>,
    {
        Expression { argv: self.argv }
    }
    pub fn stdin_null(&self) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn stdout_null(&self) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn stderr_null(&self) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn stdout_capture(&self) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn stderr_capture(&self) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn stderr_to_stdout(&self) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn stdout_to_stderr(&self) -> Expression {
        Expression { argv: self.argv }
    }
    pub fn unchecked(&self) -> Expression {
        Expression { argv: self.argv }
    }
}
#[worker(process, on_drop = "detach")]
#[derive(Debug)]
pub struct Handle {
    worker: (),
}
#[spawns(process)]
fn launch() -> Handle {
    primitive!()
}
impl Handle {
    #[joins(self)]
    pub fn wait(&self) -> io::Result<&Output> {
        primitive!()
    }
    #[joins(self, deadline)]
    pub fn wait_timeout(&self, timeout: std::time::Duration) -> io::Result<Option<&Output>> {
        primitive!()
    }
    #[joins(self, deadline)]
    pub fn wait_deadline(&self, deadline: std::time::Instant) -> io::Result<Option<&Output>> {
        primitive!()
    }
    #[polls(self)]
    pub fn try_wait(&self) -> io::Result<Option<&Output>> {
        primitive!()
    }
    #[joins(self)]
    pub fn into_output(self) -> io::Result<Output> {
        primitive!()
    }
    #[kills(self)]
    fn stop(&self) {
        primitive!()
    }
    // It kills and reaps.
    pub fn kill(&self) -> io::Result<()> {
        self.stop();
        self.wait()?;
        Ok(())
    }
    pub fn pids(&self) -> Vec<u32> {
        unknown!()
    }
}
