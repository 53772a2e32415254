//! `futures::channel::mpsc`. Its bounded channel holds one message more for each sender.
use futures_core::stream::{FusedStream, Pulls, Stream};
use futures_sink::{Accepts, Sink};
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendError {
    full: bool,
}
impl std::fmt::Display for SendError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for SendError {}
impl SendError {
    pub fn is_full(&self) -> bool {
        self.full
    }
    pub fn is_disconnected(&self) -> bool {
        !self.full
    }
}
#[derive(Clone, PartialEq, Eq)]
pub struct TrySendError<T> {
    err: SendError,
    val: T,
}
impl<T> std::fmt::Display for TrySendError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T: 'static> std::error::Error for TrySendError<T> {}
impl<T> TrySendError<T> {
    pub fn is_full(&self) -> bool {
        self.err.full
    }
    pub fn is_disconnected(&self) -> bool {
        !self.err.full
    }
    pub fn into_inner(self) -> T {
        self.val
    }
    pub fn into_send_error(self) -> SendError {
        self.err
    }
}
#[must_abort(on_drop = "eof", role = "sender")]
pub struct Sender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "sender")]
pub struct UnboundedSender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct Receiver<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct UnboundedReceiver<T> {
    end: std::marker::PhantomData<T>,
}
#[pairs(tx = 0, rx = 1, capacity = buffer)]
pub(crate) fn bounded<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    primitive!()
}
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    bounded(buffer + 1)
}
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn unbounded<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    primitive!()
}
impl<T> Sender<T> {
    #[sends(self, lossy)]
    fn offer(&mut self, msg: T) -> Result<(), std::sync::mpsc::TrySendError<T>> {
        primitive!()
    }
    #[sends(self)]
    async fn put(&mut self, msg: T) -> Result<(), std::sync::mpsc::SendError<T>> {
        primitive!()
    }
    pub fn try_send(&mut self, msg: T) -> Result<(), TrySendError<T>> {
        match self.offer(msg) {
            Ok(()) => Ok(()),
            Err(std::sync::mpsc::TrySendError::Full(val)) => Err(TrySendError { err: SendError { full: true }, val }),
            Err(std::sync::mpsc::TrySendError::Disconnected(val)) => Err(TrySendError { err: SendError { full: false }, val }),
        }
    }
    pub fn start_send(&mut self, msg: T) -> Result<(), SendError> {
        self.try_send(msg).map_err(|err| err.into_send_error())
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    #[closes(self)]
    pub fn close_channel(&mut self) {
        primitive!()
    }
    // Only this handle's hold ends.
    pub fn disconnect(&mut self) {
        *self = unknown!();
    }
    pub fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        unknown!()
    }
}
impl<T> Clone for Sender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> UnboundedSender<T> {
    #[sends(self)]
    fn offer(&self, msg: T) -> Result<(), std::sync::mpsc::SendError<T>> {
        primitive!()
    }
    pub fn unbounded_send(&self, msg: T) -> Result<(), TrySendError<T>> {
        self.offer(msg).map_err(|err| TrySendError { err: SendError { full: false }, val: err.0 })
    }
    pub fn start_send(&mut self, msg: T) -> Result<(), SendError> {
        self.offer(msg).map_err(|_| SendError { full: false })
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    #[closes(self)]
    pub fn close_channel(&self) {
        primitive!()
    }
    pub fn disconnect(&mut self) {
        *self = unknown!();
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
}
impl<T> Clone for UnboundedSender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> Sink<T> for Sender<T> {
    type Error = SendError;
    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        unknown!()
    }
    fn start_send(self: Pin<&mut Self>, item: T) -> Result<(), SendError> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        unknown!()
    }
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        unknown!()
    }
}
impl<T> Accepts<T> for Sender<T> {
    async fn accept(&mut self, item: T) -> Result<(), SendError> {
        self.put(item).await.map_err(|_| SendError { full: false })
    }
    async fn finish(&mut self) -> Result<(), SendError> {
        self.close_channel();
        Ok(())
    }
}
impl<T> Sink<T> for UnboundedSender<T> {
    type Error = SendError;
    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        unknown!()
    }
    fn start_send(self: Pin<&mut Self>, item: T) -> Result<(), SendError> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        unknown!()
    }
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), SendError>> {
        unknown!()
    }
}
impl<T> Accepts<T> for UnboundedSender<T> {
    async fn accept(&mut self, item: T) -> Result<(), SendError> {
        self.offer(item).map_err(|_| SendError { full: false })
    }
    async fn finish(&mut self) -> Result<(), SendError> {
        self.close_channel();
        Ok(())
    }
}
impl<T> Receiver<T> {
    #[parks(self)]
    async fn take(&mut self) -> Option<T> {
        primitive!()
    }
    #[parks(self, deadline)]
    fn look(&mut self) -> Result<T, std::sync::mpsc::TryRecvError> {
        primitive!()
    }
    #[closes(self)]
    pub fn close(&mut self) {
        primitive!()
    }
}
impl<T> Stream for Receiver<T> {
    type Item = T;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        match self.look() {
            Ok(msg) => Poll::Ready(Some(msg)),
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Poll::Ready(None),
            Err(std::sync::mpsc::TryRecvError::Empty) => Poll::Pending,
        }
    }
}
impl<T> Pulls for Receiver<T> {
    async fn pull(&mut self) -> Option<T> {
        self.take().await
    }
}
impl<T> FusedStream for Receiver<T> {
    fn is_terminated(&self) -> bool {
        unknown!()
    }
}
impl<T> UnboundedReceiver<T> {
    #[parks(self)]
    async fn take(&mut self) -> Option<T> {
        primitive!()
    }
    #[parks(self, deadline)]
    fn look(&mut self) -> Result<T, std::sync::mpsc::TryRecvError> {
        primitive!()
    }
    #[closes(self)]
    pub fn close(&mut self) {
        primitive!()
    }
}
impl<T> Stream for UnboundedReceiver<T> {
    type Item = T;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        match self.look() {
            Ok(msg) => Poll::Ready(Some(msg)),
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Poll::Ready(None),
            Err(std::sync::mpsc::TryRecvError::Empty) => Poll::Pending,
        }
    }
}
impl<T> Pulls for UnboundedReceiver<T> {
    async fn pull(&mut self) -> Option<T> {
        self.take().await
    }
}
impl<T> FusedStream for UnboundedReceiver<T> {
    fn is_terminated(&self) -> bool {
        unknown!()
    }
}
