//! `async_channel`
use std::pin::Pin;
use std::task::{Context, Poll};

#[must_abort(on_drop = "eof", role = "sender")]
pub struct Sender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "weak")]
pub struct WeakSender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct Receiver<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "weak")]
pub struct WeakReceiver<T> {
    end: std::marker::PhantomData<T>,
}
#[pairs(tx = 0, rx = 1, capacity = cap)]
pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SendError<T>(pub T);
impl<T> std::fmt::Display for SendError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T> std::error::Error for SendError<T> {}
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum TrySendError<T> {
    Full(T),
    Closed(T),
}
impl<T> std::fmt::Display for TrySendError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T> std::error::Error for TrySendError<T> {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecvError;
impl std::fmt::Display for RecvError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for RecvError {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TryRecvError {
    Empty,
    Closed,
}
impl std::fmt::Display for TryRecvError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for TryRecvError {}
impl<T> SendError<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}
impl<T> std::fmt::Debug for SendError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T> std::fmt::Debug for TrySendError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T> TrySendError<T> {
    pub fn into_inner(self) -> T {
        match self {
            TrySendError::Full(t) => t,
            TrySendError::Closed(t) => t,
        }
    }
    pub fn is_full(&self) -> bool {
        match self {
            TrySendError::Full(_) => true,
            TrySendError::Closed(_) => false,
        }
    }
    pub fn is_closed(&self) -> bool {
        match self {
            TrySendError::Full(_) => false,
            TrySendError::Closed(_) => true,
        }
    }
}
impl TryRecvError {
    pub fn is_empty(&self) -> bool {
        match self {
            TryRecvError::Empty => true,
            TryRecvError::Closed => false,
        }
    }
    pub fn is_closed(&self) -> bool {
        match self {
            TryRecvError::Empty => false,
            TryRecvError::Closed => true,
        }
    }
}
impl<T> Sender<T> {
    #[sends(self, lossy)]
    pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>> {
        primitive!()
    }
    #[sends(self)]
    pub async fn send(&self, msg: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    #[sends(self)]
    pub fn send_blocking(&self, msg: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    #[closes(self)]
    pub fn close(&self) -> bool {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn is_full(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn capacity(&self) -> Option<usize> {
        unknown!()
    }
    pub fn receiver_count(&self) -> usize {
        unknown!()
    }
    pub fn sender_count(&self) -> usize {
        unknown!()
    }
    #[same(self)]
    pub fn downgrade(&self) -> WeakSender<T> {
        primitive!()
    }
}
impl<T> Clone for Sender<T> {
    #[same(self)]
    fn clone(&self) -> Sender<T> {
        primitive!()
    }
}
impl<T> WeakSender<T> {
    #[same(self)]
    pub fn upgrade(&self) -> Option<Sender<T>> {
        primitive!()
    }
}
impl<T> Clone for WeakSender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> Receiver<T> {
    #[parks(self, deadline)]
    fn look(&self) -> Result<T, std::sync::mpsc::TryRecvError> {
        primitive!()
    }
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        match self.look() {
            Ok(msg) => Ok(msg),
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Err(TryRecvError::Closed),
            Err(std::sync::mpsc::TryRecvError::Empty) => Err(TryRecvError::Empty),
        }
    }
    #[parks(self)]
    pub async fn recv(&self) -> Result<T, RecvError> {
        primitive!()
    }
    #[parks(self)]
    pub fn recv_blocking(&self) -> Result<T, RecvError> {
        primitive!()
    }
    #[closes(self)]
    pub fn close(&self) -> bool {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn is_full(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn capacity(&self) -> Option<usize> {
        unknown!()
    }
    pub fn receiver_count(&self) -> usize {
        unknown!()
    }
    pub fn sender_count(&self) -> usize {
        unknown!()
    }
    #[same(self)]
    pub fn downgrade(&self) -> WeakReceiver<T> {
        primitive!()
    }
}
impl<T> Clone for Receiver<T> {
    #[same(self)]
    fn clone(&self) -> Receiver<T> {
        primitive!()
    }
}
impl<T> WeakReceiver<T> {
    #[same(self)]
    pub fn upgrade(&self) -> Option<Receiver<T>> {
        primitive!()
    }
}
impl<T> futures_core::Stream for Receiver<T> {
    type Item = T;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        match self.try_recv() {
            Ok(msg) => Poll::Ready(Some(msg)),
            Err(TryRecvError::Closed) => Poll::Ready(None),
            Err(TryRecvError::Empty) => Poll::Pending,
        }
    }
}
impl<T> futures_core::stream::Pulls for Receiver<T> {
    async fn pull(&mut self) -> Option<T> {
        self.recv().await.ok()
    }
}
