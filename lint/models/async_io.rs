//! `async_io`: timers, and a thread that waits for a future.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    future.await
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
