//! `tokio_util::sync`
use std::future::Future;
use std::task::{Context, Poll};
use tokio::sync::mpsc::Sender;

// Precision: a child token is taken to be its parent: cancelling the child is seen as cancelling both.
#[must_abort(on_drop = "eof", role = "signal")]
#[derive(Debug)]
pub struct CancellationToken {
    signal: (),
}
impl CancellationToken {
    #[pairs]
    pub fn new() -> CancellationToken {
        primitive!()
    }
    #[same(self)]
    pub fn child_token(&self) -> CancellationToken {
        primitive!()
    }
    #[sets(self)]
    pub fn cancel(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_cancelled(&self) -> bool {
        primitive!()
    }
    #[parks(self)]
    pub async fn cancelled(&self) {
        primitive!()
    }
    pub async fn cancelled_owned(self) {
        self.cancelled().await;
    }
    pub fn drop_guard(self) -> DropGuard {
        DropGuard { inner: Some(self) }
    }
    pub fn drop_guard_ref(&self) -> DropGuardRef<'_> {
        DropGuardRef { inner: Some(self) }
    }
    pub async fn run_until_cancelled<F>(&self, fut: F) -> Option<F::Output>
    where
        F: Future,
    {
        tokio::select! {
            _ = self.cancelled() => None,
            out = fut => Some(out),
        }
    }
    pub async fn run_until_cancelled_owned<F>(self, fut: F) -> Option<F::Output>
    where
        F: Future,
    {
        self.run_until_cancelled(fut).await
    }
}
impl Clone for CancellationToken {
    #[same(self)]
    fn clone(&self) -> CancellationToken {
        primitive!()
    }
}
impl Default for CancellationToken {
    fn default() -> CancellationToken {
        CancellationToken::new()
    }
}
// Its drop cancels.
#[derive(Debug)]
pub struct DropGuard {
    inner: Option<CancellationToken>,
}
impl DropGuard {
    pub fn token(&self) -> &CancellationToken {
        self.inner.as_ref().unwrap()
    }
    pub fn disarm(self) -> CancellationToken {
        self.inner.take().unwrap()
    }
}
impl Drop for DropGuard {
    fn drop(&mut self) {
        if let Some(token) = &self.inner {
            token.cancel();
        }
    }
}
#[derive(Debug)]
pub struct DropGuardRef<'a> {
    inner: Option<&'a CancellationToken>,
}
impl<'a> DropGuardRef<'a> {
    pub fn token(&self) -> &CancellationToken {
        self.inner.unwrap()
    }
    pub fn disarm(self) -> &'a CancellationToken {
        self.inner.take().unwrap()
    }
}
impl Drop for DropGuardRef<'_> {
    fn drop(&mut self) {
        if let Some(token) = self.inner {
            token.cancel();
        }
    }
}
#[derive(Debug)]
pub struct PollSendError<T>(Option<T>);
impl<T> PollSendError<T> {
    pub fn into_inner(self) -> Option<T> {
        self.0
    }
}
pub struct PollSender<T> {
    sender: Option<Sender<T>>,
}
impl<T: Send> PollSender<T> {
    pub fn new(sender: Sender<T>) -> Self {
        PollSender { sender: Some(sender) }
    }
    pub fn poll_reserve(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), PollSendError<T>>> {
        unknown!()
    }
    pub fn send_item(&mut self, value: T) -> Result<(), PollSendError<T>> {
        match &self.sender {
            Some(sender) => sender.try_send(value).map_err(|err| PollSendError(Some(err.into_inner()))),
            None => Err(PollSendError(Some(value))),
        }
    }
    pub fn is_closed(&self) -> bool {
        self.sender.is_none()
    }
    pub fn get_ref(&self) -> Option<&Sender<T>> {
        self.sender.as_ref()
    }
    pub fn close(&mut self) {
        self.sender = None;
    }
    pub fn abort_send(&mut self) -> bool {
        unknown!()
    }
}
