//! `smol`: a facade, and an executor of its own.
use std::future::Future;

pub use async_channel as channel;
pub use async_executor::{Executor, LocalExecutor};
pub use async_io::{Timer, block_on};
pub use async_lock as lock;
pub use async_process as process;
pub use async_task::Task;
pub use futures_lite::{future, io, prelude, stream};

#[spawns(task, runs = future)]
pub fn spawn<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> Task<T> {
    primitive!()
}
// Cancelling it does not end what has started.
#[spawns(blocking, runs = f)]
pub fn unblock<T, F>(f: F) -> Task<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    primitive!()
}
