//! `tokio::runtime`
use crate::task::JoinHandle;
use std::future::Future;
use std::io;
use std::time::Duration;

// What tasks run on: so many threads beside the one that drives it.
#[must_abort(on_drop = "eof", role = "executor")]
#[derive(Debug)]
pub(crate) struct Scheduler {
    threads: usize,
}
impl Scheduler {
    #[pairs]
    fn new(threads: usize) -> Scheduler {
        primitive!()
    }
    #[sets(self)]
    fn resize(&self, threads: usize) {
        primitive!()
    }
    // The one whose thread this is.
    pub(crate) fn current() -> Scheduler {
        primitive!()
    }
    #[spawns(task, runs = future)]
    pub(crate) fn start<F: Future>(&self, future: F) -> JoinHandle<F::Output> {
        primitive!()
    }
    // The calling thread runs the future, and with it whatever has no thread of its own.
    fn drive<F: Future>(&self, future: F) -> F::Output {
        future.await
    }
    // Others go on with its tasks meanwhile.
    pub(crate) fn outside<F, R>(&self, f: F) -> R
    where
        F: FnOnce() -> R,
    {
        f()
    }
}
impl Clone for Scheduler {
    #[same(self)]
    fn clone(&self) -> Scheduler {
        primitive!()
    }
}
// The calling thread waits for the future, and runs nothing else.
fn wait<F: Future>(future: F) -> F::Output {
    future.await
}

// Its drop drops all tasks at their next `.await` and waits for what `spawn_blocking` has started.
#[derive(Debug)]
pub struct Runtime {
    handle: Handle,
}
impl Runtime {
    pub fn new() -> io::Result<Runtime> {
        Builder::new_multi_thread().build()
    }
    pub fn handle(&self) -> &Handle {
        &self.handle
    }
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.scheduler.start(future)
    }
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        crate::task::spawn_blocking(func)
    }
    // The calling thread waits for the future.
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        self.handle.scheduler.drive(future)
    }
    pub fn enter(&self) -> EnterGuard<'_> {
        EnterGuard { handle: &self.handle }
    }
    #[parks(deadline)]
    pub fn shutdown_timeout(self, duration: Duration) {
        primitive!()
    }
    pub fn shutdown_background(self) {
        primitive!()
    }
}
#[derive(Debug, Clone)]
pub struct Handle {
    scheduler: Scheduler,
}
#[derive(Debug)]
pub struct TryCurrentError {
    why: (),
}
pub struct EnterGuard<'a> {
    handle: &'a Handle,
}
impl Handle {
    pub fn current() -> Self {
        Handle { scheduler: Scheduler::current() }
    }
    pub fn try_current() -> Result<Self, TryCurrentError> {
        if unknown!() { Ok(Handle { scheduler: Scheduler::current() }) } else { Err(unknown!()) }
    }
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.scheduler.start(future)
    }
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        crate::task::spawn_blocking(func)
    }
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        wait(future)
    }
    pub fn enter(&self) -> EnterGuard<'_> {
        EnterGuard { handle: self }
    }
    pub fn runtime_flavor(&self) -> RuntimeFlavor {
        unknown!()
    }
}
#[derive(Debug, PartialEq, Eq)]
pub enum RuntimeFlavor {
    CurrentThread,
    MultiThread,
}
#[derive(Debug)]
pub struct Builder {
    scheduler: Scheduler,
}
impl Builder {
    pub fn new_current_thread() -> Builder {
        Builder { scheduler: Scheduler::new(0) }
    }
    pub fn new_multi_thread() -> Builder {
        Builder { scheduler: Scheduler::new(unknown!()) }
    }
    pub fn enable_all(&mut self) -> &mut Self {
        self
    }
    pub fn enable_io(&mut self) -> &mut Self {
        self
    }
    pub fn enable_time(&mut self) -> &mut Self {
        self
    }
    pub fn worker_threads(&mut self, val: usize) -> &mut Self {
        self.scheduler.resize(val);
        self
    }
    pub fn max_blocking_threads(&mut self, val: usize) -> &mut Self {
        self
    }
    pub fn thread_name(&mut self, val: impl Into<String>) -> &mut Self {
        self
    }
    pub fn thread_stack_size(&mut self, val: usize) -> &mut Self {
        self
    }
    pub fn thread_keep_alive(&mut self, duration: Duration) -> &mut Self {
        self
    }
    pub fn build(&mut self) -> io::Result<Runtime> {
        if unknown!() { Ok(Runtime { handle: Handle { scheduler: self.scheduler.clone() } }) } else { Err(unknown!()) }
    }
}
