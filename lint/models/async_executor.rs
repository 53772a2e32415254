//! `async_executor`: tasks run while somebody runs the executor; its drop cancels them.
use async_task::Task;
use std::future::Future;

#[derive(Debug)]
pub struct Executor<'a> {
    tasks: std::marker::PhantomData<&'a ()>,
}
impl<'a> Executor<'a> {
    pub const fn new() -> Self {
        Executor { tasks: std::marker::PhantomData }
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    #[spawns(task, runs = future)]
    pub fn spawn<T: Send + 'a>(&self, future: impl Future<Output = T> + Send + 'a) -> Task<T> {
        primitive!()
    }
    pub fn try_tick(&self) -> bool {
        unknown!()
    }
    pub async fn run<T>(&self, future: impl Future<Output = T>) -> T {
        future.await
    }
}
impl<'a> Default for Executor<'a> {
    fn default() -> Executor<'a> {
        Executor::new()
    }
}
#[derive(Debug)]
pub struct LocalExecutor<'a> {
    tasks: std::marker::PhantomData<&'a ()>,
}
impl<'a> LocalExecutor<'a> {
    pub const fn new() -> Self {
        LocalExecutor { tasks: std::marker::PhantomData }
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    #[spawns(task, runs = future)]
    pub fn spawn<T: 'a>(&self, future: impl Future<Output = T> + 'a) -> Task<T> {
        primitive!()
    }
    pub fn try_tick(&self) -> bool {
        unknown!()
    }
    pub async fn run<T>(&self, future: impl Future<Output = T>) -> T {
        future.await
    }
}
impl<'a> Default for LocalExecutor<'a> {
    fn default() -> LocalExecutor<'a> {
        LocalExecutor::new()
    }
}
