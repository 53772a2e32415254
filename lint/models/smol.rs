//! `smol`
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

pub use async_channel as channel;
pub use async_process as process;
pub use async_task::Task;

#[spawns(task, runs = future)]
pub fn spawn<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> Task<T> {
    primitive!()
}
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    future.await
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
#[derive(Debug)]
pub struct Timer {
    at: Option<Instant>,
}
impl Timer {
    pub fn after(duration: Duration) -> Timer {
        Timer { at: None }
    }
    pub fn at(instant: Instant) -> Timer {
        Timer { at: Some(instant) }
    }
    pub fn interval(period: Duration) -> Timer {
        Timer { at: None }
    }
}
impl Future for Timer {
    type Output = Instant;
    #[parks(deadline)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Instant> {
        primitive!()
    }
}
