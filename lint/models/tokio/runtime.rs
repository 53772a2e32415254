//! `tokio::runtime`
use crate::task::JoinHandle;
use std::future::Future;
use std::io;
use std::time::Duration;

// Its drop drops all tasks at their next `.await` and waits for what `spawn_blocking` has started.
#[derive(Debug)]
pub struct Runtime {
    handle: Handle,
}
impl Runtime {
    pub fn new() -> io::Result<Runtime> {
        if unknown!() { Ok(Runtime { handle: Handle { id: unknown!() } }) } else { Err(unknown!()) }
    }
    pub fn handle(&self) -> &Handle {
        &self.handle
    }
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        crate::task::spawn(future)
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
        future.await
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
    id: u64,
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
        Handle { id: unknown!() }
    }
    pub fn try_current() -> Result<Self, TryCurrentError> {
        if unknown!() { Ok(Handle { id: unknown!() }) } else { Err(unknown!()) }
    }
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        crate::task::spawn(future)
    }
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        crate::task::spawn_blocking(func)
    }
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        future.await
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
    threads: usize,
}
impl Builder {
    pub fn new_current_thread() -> Builder {
        Builder { threads: 1 }
    }
    pub fn new_multi_thread() -> Builder {
        Builder { threads: unknown!() }
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
        Runtime::new()
    }
}
