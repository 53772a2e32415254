//! `std::process`
use crate::ffi::OsStr;
use crate::io::{self, PipeReader, PipeWriter, Read, Write};
use crate::os::fd::OwnedFd;
use crate::path::Path;

// The process goes on when its `Child` is dropped. What it holds (the far ends of its pipes, what its `Command` gave it)
// is held until it ends.
#[derive(Debug)]
pub struct Child {
    process: Process,
    pub stdin: Option<ChildStdin>,
    pub stdout: Option<ChildStdout>,
    pub stderr: Option<ChildStderr>,
}
#[worker(process, on_drop = "detach")]
pub(crate) struct Process {
    id: u32,
    leads: bool,
    alone: bool,
}
// The by-value arguments are what the process holds.
#[spawns(process)]
pub(crate) fn fork(stdin: Held, stdout: Held, stderr: Held) -> Process {
    primitive!()
}
pub(crate) enum Held {
    Given(Stdio),
    Reads(PipeReader),
    Writes(PipeWriter),
}
impl Process {
    #[joins(self)]
    pub(crate) fn reap(&mut self) -> io::Result<ExitStatus> {
        primitive!()
    }
    #[polls(self)]
    pub(crate) fn look(&mut self) -> io::Result<Option<ExitStatus>> {
        primitive!()
    }
    pub(crate) fn kill(&mut self) -> io::Result<()> {
        if self.alone || (self.leads && numbered()) { self.strike_all() } else { self.strike() }
    }
    pub(crate) fn id(&self) -> u32 {
        number();
        self.id
    }
    #[kills(self)]
    fn strike(&mut self) -> io::Result<()> {
        primitive!()
    }
    // Precision: whoever gives a child a group of its own and asks for its number is taken to kill the group, and what has inherited its
    // pipes dies with it.
    #[closes(self)]
    #[kills(self)]
    fn strike_all(&mut self) -> io::Result<()> {
        primitive!()
    }
}
// A process is known by its number too: whoever has that, or its negative for the whole group, can end it.
pub(crate) fn end(pid: i32) -> io::Result<()> {
    if leads(pid) { end_all(pid) } else { end_one(pid) }
}
#[kills(pid)]
fn end_one(pid: i32) -> io::Result<()> {
    primitive!()
}
#[closes(pid)]
#[kills(pid)]
pub(crate) fn end_all(pid: i32) -> io::Result<()> {
    primitive!()
}
// That the number of a process was asked for.
fn number() {
    primitive!()
}
// Native: whether the crate that calls here does so anywhere.
fn numbered() -> bool {
    primitive!()
}
// Native: whether a number stands for a group, or for a process with `leads`.
fn leads(pid: i32) -> bool {
    primitive!()
}
impl Child {
    pub fn kill(&mut self) -> io::Result<()> {
        self.process.kill()
    }
    pub fn id(&self) -> u32 {
        self.process.id()
    }
    pub fn wait(&mut self) -> io::Result<ExitStatus> {
        drop(self.stdin.take());
        self.process.reap()
    }
    pub fn try_wait(&mut self) -> io::Result<Option<ExitStatus>> {
        self.process.look()
    }
    pub fn wait_with_output(self) -> io::Result<Output> {
        drop(self.stdin.take());
        let mut stdout = Vec::new();
        let mut stderr = Vec::new();
        if let Some(mut out) = self.stdout.take() {
            out.read_to_end(&mut stdout)?;
        }
        if let Some(mut err) = self.stderr.take() {
            err.read_to_end(&mut stderr)?;
        }
        let status = self.wait()?;
        Ok(Output { status, stdout, stderr })
    }
}

#[must_abort(on_drop = "eof", role = "sender")]
#[derive(Debug)]
pub struct ChildStdin {
    end: u8,
}
#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
pub struct ChildStdout {
    end: u8,
}
#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
pub struct ChildStderr {
    end: u8,
}
#[pairs(tx = 0, rx = 1, capacity = 65536)]
fn stdin_pipe() -> (ChildStdin, PipeReader) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = 65536)]
fn stdout_pipe() -> (PipeWriter, ChildStdout) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = 65536)]
fn stderr_pipe() -> (PipeWriter, ChildStderr) {
    primitive!()
}
impl ChildStdin {
    #[same(self)]
    pub(crate) fn again(&self) -> ChildStdin {
        primitive!()
    }
}
impl Write for ChildStdin {
    #[sends(self)]
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        primitive!()
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
impl Write for &ChildStdin {
    #[sends(self)]
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        primitive!()
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
impl ChildStdout {
    #[same(self)]
    pub(crate) fn again(&self) -> ChildStdout {
        primitive!()
    }
}
impl Read for ChildStdout {
    #[parks(self)]
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        primitive!()
    }
}
impl ChildStderr {
    #[same(self)]
    pub(crate) fn again(&self) -> ChildStderr {
        primitive!()
    }
}
impl Read for ChildStderr {
    #[parks(self)]
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        primitive!()
    }
}

// Native: whether a program is named in the source and is no shell. Precision: such a one is taken to start no others.
fn runs_alone<S>(program: &S) -> bool {
    primitive!()
}
// Every end put into a `Command` stays there until the `Command` goes: `spawn` hands a duplicate to the child.
#[derive(Debug)]
pub struct Command {
    stdin: Stdio,
    stdout: Stdio,
    stderr: Stdio,
    // Whether the child leads a process group of its own, and whether it starts nobody who would be in it.
    pub(crate) leads: bool,
    alone: bool,
}
#[derive(Debug)]
pub struct Stdio {
    kind: StdioKind,
}
pub(crate) enum StdioKind {
    Unset,
    Inherit,
    Null,
    // How the pipe of an input is made: a `Command` of which nothing is known, which may have none, makes one that nobody knows.
    Piped(fn() -> (ChildStdin, PipeReader)),
    Fd(OwnedFd),
}
impl Stdio {
    pub fn piped() -> Stdio {
        Stdio { kind: StdioKind::Piped(stdin_pipe) }
    }
    pub fn inherit() -> Stdio {
        Stdio { kind: StdioKind::Inherit }
    }
    pub fn null() -> Stdio {
        Stdio { kind: StdioKind::Null }
    }
    fn unset() -> Stdio {
        Stdio { kind: StdioKind::Unset }
    }
    // Invariant: of a `Command` of which nothing is known this alone is asked, once for each end, so that there are few cases.
    fn is_piped(&self, unset: bool) -> bool {
        if unset { matches!(&self.kind, StdioKind::Piped(_) | StdioKind::Unset) } else { matches!(&self.kind, StdioKind::Piped(_)) }
    }
    // What a child gets of it.
    #[same(self)]
    fn again(&self) -> Stdio {
        primitive!()
    }
}
// What `Into<Stdio>` comes to, found by the type of what is given.
pub(crate) trait Hands {
    fn hand(self) -> Stdio;
}
impl Hands for Stdio {
    fn hand(self) -> Stdio {
        self
    }
}
impl Hands for ChildStdin {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Fd(OwnedFd::from(self)) }
    }
}
impl Hands for ChildStdout {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Fd(OwnedFd::from(self)) }
    }
}
impl Hands for ChildStderr {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Fd(OwnedFd::from(self)) }
    }
}
impl Hands for PipeReader {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Fd(OwnedFd::from(self)) }
    }
}
impl Hands for PipeWriter {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Fd(OwnedFd::from(self)) }
    }
}
impl Hands for OwnedFd {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Fd(self) }
    }
}
impl Hands for crate::fs::File {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Inherit }
    }
}
impl Hands for io::Stdout {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Inherit }
    }
}
impl Hands for io::Stderr {
    fn hand(self) -> Stdio {
        Stdio { kind: StdioKind::Inherit }
    }
}
impl From<ChildStdin> for Stdio {
    fn from(child: ChildStdin) -> Stdio {
        child.hand()
    }
}
impl From<ChildStdout> for Stdio {
    fn from(child: ChildStdout) -> Stdio {
        child.hand()
    }
}
impl From<ChildStderr> for Stdio {
    fn from(child: ChildStderr) -> Stdio {
        child.hand()
    }
}
impl From<PipeReader> for Stdio {
    fn from(pipe: PipeReader) -> Stdio {
        pipe.hand()
    }
}
impl From<PipeWriter> for Stdio {
    fn from(pipe: PipeWriter) -> Stdio {
        pipe.hand()
    }
}
impl From<OwnedFd> for Stdio {
    fn from(fd: OwnedFd) -> Stdio {
        fd.hand()
    }
}
impl From<crate::fs::File> for Stdio {
    fn from(file: crate::fs::File) -> Stdio {
        file.hand()
    }
}
impl From<io::Stdout> for Stdio {
    fn from(inherit: io::Stdout) -> Stdio {
        inherit.hand()
    }
}
impl From<io::Stderr> for Stdio {
    fn from(inherit: io::Stderr) -> Stdio {
        inherit.hand()
    }
}
impl Command {
    pub fn new<S: AsRef<OsStr>>(program: S) -> Command {
        Command { stdin: Stdio::unset(), stdout: Stdio::unset(), stderr: Stdio::unset(), leads: false, alone: runs_alone(&program) }
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
        self.stdin = cfg.hand();
        self
    }
    pub fn stdout<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {
        self.stdout = cfg.hand();
        self
    }
    pub fn stderr<T: Into<Stdio>>(&mut self, cfg: T) -> &mut Command {
        self.stderr = cfg.hand();
        self
    }
    pub fn spawn(&mut self) -> io::Result<Child> {
        if unknown!() {
            return Err(unknown!());
        }
        Ok(self.launch(false))
    }
    // `output`: whether an end for its output that nobody set is a pipe.
    pub(crate) fn launch(&self, output: bool) -> Child {
        let (our_stdin, their_stdin) = match &self.stdin.kind {
            StdioKind::Piped(make) => {
                let (tx, rx) = make();
                (Some(tx), Held::Reads(rx))
            }
            _ => (None, Held::Given(self.stdin.again())),
        };
        let (our_stdout, their_stdout) = if self.stdout.is_piped(output) {
            let (tx, rx) = stdout_pipe();
            (Some(rx), Held::Writes(tx))
        } else {
            (None, Held::Given(self.stdout.again()))
        };
        let (our_stderr, their_stderr) = if self.stderr.is_piped(output) {
            let (tx, rx) = stderr_pipe();
            (Some(rx), Held::Writes(tx))
        } else {
            (None, Held::Given(self.stderr.again()))
        };
        let mut process = fork(their_stdin, their_stdout, their_stderr);
        process.leads = self.leads || self.alone;
        process.alone = self.alone;
        Child { process, stdin: our_stdin, stdout: our_stdout, stderr: our_stderr }
    }
    pub fn output(&mut self) -> io::Result<Output> {
        if unknown!() {
            return Err(unknown!());
        }
        self.launch(true).wait_with_output()
    }
    pub fn status(&mut self) -> io::Result<ExitStatus> {
        if unknown!() {
            return Err(unknown!());
        }
        self.launch(false).wait()
    }
    pub fn get_program(&self) -> &OsStr {
        primitive!()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    pub status: ExitStatus,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExitStatus {
    code: i32,
}
impl ExitStatus {
    pub fn success(&self) -> bool {
        unknown!()
    }
    pub fn code(&self) -> Option<i32> {
        unknown!()
    }
}
#[derive(Debug, Clone, Copy, Default)]
pub struct ExitCode {
    code: u8,
}
impl ExitCode {
    pub const SUCCESS: ExitCode = primitive!();
    pub const FAILURE: ExitCode = primitive!();
}
impl From<u8> for ExitCode {
    fn from(code: u8) -> ExitCode {
        ExitCode { code }
    }
}
pub trait Termination {
    fn report(self) -> ExitCode;
}
impl Termination for () {
    fn report(self) -> ExitCode {
        ExitCode::SUCCESS
    }
}
impl Termination for ExitCode {
    fn report(self) -> ExitCode {
        self
    }
}
// Native: the whole program ends here.
pub fn exit(code: i32) -> ! {
    primitive!()
}
pub fn abort() -> ! {
    primitive!()
}
pub fn id() -> u32 {
    primitive!()
}
