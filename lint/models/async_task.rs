//! `async_task`: a dropped `Task` cancels; `detach` lets it go on.
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

#[worker(task, on_drop = "abort")]
pub struct Task<T, M = ()> {
    worker: std::marker::PhantomData<(T, M)>,
}
impl<T, M> Task<T, M> {
    #[detaches(self)]
    pub fn detach(self) {
        primitive!()
    }
    #[kills(self)]
    fn stop(&self) {
        primitive!()
    }
    #[joins(self)]
    async fn ended(&self) {
        primitive!()
    }
    pub async fn cancel(self) -> Option<T> {
        self.stop();
        self.ended().await;
        unknown!()
    }
    #[polls(self)]
    pub fn is_finished(&self) -> bool {
        primitive!()
    }
}
impl<T, M> Future for Task<T, M> {
    type Output = T;
    #[joins(self)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        primitive!()
    }
}
