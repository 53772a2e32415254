//! `tokio::task`
use crate::runtime::Scheduler;
use std::any::Any;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

// A dropped handle lets the task go on.
#[worker(task, on_drop = "detach")]
pub struct JoinHandle<T> {
    worker: std::marker::PhantomData<T>,
}
impl<T> JoinHandle<T> {
    #[kills(self)]
    pub fn abort(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_finished(&self) -> bool {
        primitive!()
    }
    #[same(self)]
    pub fn abort_handle(&self) -> AbortHandle {
        primitive!()
    }
    pub fn id(&self) -> Id {
        primitive!()
    }
    // One more handle of the task, which can only be waited for.
    #[same(self)]
    pub(crate) fn watch(&self) -> Watched {
        primitive!()
    }
}
#[worker(task, on_drop = "detach")]
pub(crate) struct Watched {
    worker: (),
}
impl Watched {
    #[joins(self)]
    pub(crate) async fn ended(&self) {
        primitive!()
    }
}
impl<T> Future for JoinHandle<T> {
    type Output = Result<T, JoinError>;
    #[joins(self)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        primitive!()
    }
}
#[worker(task, on_drop = "detach")]
pub struct AbortHandle {
    worker: (),
}
impl AbortHandle {
    #[kills(self)]
    pub fn abort(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_finished(&self) -> bool {
        primitive!()
    }
    pub fn id(&self) -> Id {
        primitive!()
    }
}
impl Clone for AbortHandle {
    #[same(self)]
    fn clone(&self) -> AbortHandle {
        primitive!()
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Id {
    id: u64,
}
pub fn id() -> Id {
    primitive!()
}
pub fn try_id() -> Option<Id> {
    primitive!()
}

#[derive(Debug)]
pub struct JoinError {
    cancelled: bool,
}
impl JoinError {
    pub fn is_cancelled(&self) -> bool {
        self.cancelled
    }
    pub fn is_panic(&self) -> bool {
        !self.cancelled
    }
    pub fn into_panic(self) -> Box<dyn Any + Send + 'static> {
        primitive!()
    }
    pub fn try_into_panic(self) -> Result<Box<dyn Any + Send + 'static>, JoinError> {
        if self.cancelled { Err(self) } else { Ok(unknown!()) }
    }
    pub fn id(&self) -> Id {
        primitive!()
    }
}
impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
impl std::error::Error for JoinError {}
impl From<JoinError> for std::io::Error {
    fn from(src: JoinError) -> std::io::Error {
        unknown!()
    }
}

pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + Send + 'static,
    F::Output: Send + 'static,
{
    Scheduler::current().start(future)
}
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    LocalScheduler::current().start(future)
}
// What tasks of one thread run on, while that thread drives it.
#[must_abort(on_drop = "eof", role = "executor")]
struct LocalScheduler {
    threads: usize,
}
impl LocalScheduler {
    #[pairs]
    fn new(threads: usize) -> LocalScheduler {
        primitive!()
    }
    fn current() -> LocalScheduler {
        primitive!()
    }
    #[spawns(task, runs = future)]
    fn start<F: Future>(&self, future: F) -> JoinHandle<F::Output> {
        primitive!()
    }
    async fn drive<F: Future>(&self, future: F) -> F::Output {
        future.await
    }
}
#[spawns(blocking, runs = f)]
pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    primitive!()
}
pub fn block_in_place<F, R>(f: F) -> R
where
    F: FnOnce() -> R,
{
    Scheduler::current().outside(f)
}
#[parks(deadline)]
pub async fn yield_now() {
    primitive!()
}
#[parks(deadline)]
pub async fn consume_budget() {
    primitive!()
}
pub async fn unconstrained<F: Future>(inner: F) -> F::Output {
    inner.await
}

// Its drop aborts all that is in it; `join_next` takes them out as they end.
pub struct JoinSet<T> {
    tasks: Vec<JoinHandle<T>>,
    // Of all that ever were in it: an abort that comes when they have ended comes too late.
    started: Vec<AbortHandle>,
}
impl<T> JoinSet<T> {
    pub fn new() -> Self {
        JoinSet { tasks: Vec::new(), started: Vec::new() }
    }
    pub fn len(&self) -> usize {
        self.tasks.len()
    }
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }
    fn add(&mut self, handle: JoinHandle<T>) -> AbortHandle {
        let abort = handle.abort_handle();
        self.started.push(abort.clone());
        self.tasks.push(handle);
        abort
    }
}
impl<T: 'static> JoinSet<T> {
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.add(spawn(task))
    }
    pub fn spawn_on<F>(&mut self, task: F, handle: &crate::runtime::Handle) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.add(spawn(task))
    }
    pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.add(spawn_local(task))
    }
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        self.add(spawn_blocking(f))
    }
    pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        match self.tasks.pop() {
            Some(handle) => Some(handle.await),
            None => None,
        }
    }
    pub async fn join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        match self.tasks.pop() {
            Some(handle) => Some(handle.await.map(|out| (unknown!(), out))),
            None => None,
        }
    }
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        let last = self.tasks.last()?;
        if last.is_finished() {
            let handle = self.tasks.pop()?;
            Some(handle.await)
        } else {
            None
        }
    }
    pub async fn shutdown(&mut self) {
        self.abort_all();
        while self.join_next().await.is_some() {}
    }
    pub async fn join_all(self) -> Vec<T> {
        let mut all = Vec::new();
        while let Some(done) = self.join_next().await {
            match done {
                Ok(out) => all.push(out),
                Err(e) => panic!(),
            }
        }
        all
    }
    pub fn abort_all(&mut self) {
        for task in &self.started {
            task.abort();
        }
    }
    pub fn detach_all(&mut self) {
        self.started.clear();
        self.tasks.clear();
    }
}
impl<T> Drop for JoinSet<T> {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}
impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        JoinSet::new()
    }
}
impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn from_iter<I: IntoIterator<Item = F>>(iter: I) -> Self {
        let mut set = JoinSet::new();
        for task in iter {
            set.spawn(task);
        }
        set
    }
}

// Tasks of a `LocalSet` run while it is driven, and are dropped with it.
pub struct LocalSet {
    scheduler: LocalScheduler,
    tasks: Vec<AbortHandle>,
}
impl LocalSet {
    pub fn new() -> LocalSet {
        LocalSet { scheduler: LocalScheduler::new(0), tasks: Vec::new() }
    }
    pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let handle = self.scheduler.start(future);
        self.tasks.push(handle.abort_handle());
        handle
    }
    pub async fn run_until<F>(&self, future: F) -> F::Output
    where
        F: Future,
    {
        self.scheduler.drive(future).await
    }
    pub fn block_on<F>(&self, rt: &crate::runtime::Runtime, future: F) -> F::Output
    where
        F: Future,
    {
        rt.block_on(self.scheduler.drive(future))
    }
}
impl Drop for LocalSet {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}
impl Default for LocalSet {
    fn default() -> LocalSet {
        LocalSet::new()
    }
}
