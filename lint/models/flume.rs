//! `flume`
use std::time::{Duration, Instant};

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
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = cap)]
pub fn bounded<T>(cap: usize) -> (Sender<T>, Receiver<T>) {
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
    Disconnected(T),
}
impl<T> std::fmt::Display for TrySendError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T> std::error::Error for TrySendError<T> {}
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SendTimeoutError<T> {
    Timeout(T),
    Disconnected(T),
}
impl<T> std::fmt::Display for SendTimeoutError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T> std::error::Error for SendTimeoutError<T> {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecvError {
    Disconnected,
}
impl std::fmt::Display for RecvError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for RecvError {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TryRecvError {
    Empty,
    Disconnected,
}
impl std::fmt::Display for TryRecvError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for TryRecvError {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecvTimeoutError {
    Timeout,
    Disconnected,
}
impl std::fmt::Display for RecvTimeoutError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for RecvTimeoutError {}
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
impl<T> SendError<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}
impl<T> TrySendError<T> {
    pub fn into_inner(self) -> T {
        match self {
            TrySendError::Full(msg) => msg,
            TrySendError::Disconnected(msg) => msg,
        }
    }
}
impl<T> Sender<T> {
    #[sends(self, lossy)]
    pub fn try_send(&self, msg: T) -> Result<(), TrySendError<T>> {
        primitive!()
    }
    #[sends(self)]
    pub fn send(&self, msg: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    pub fn send_timeout(&self, msg: T, dur: Duration) -> Result<(), SendTimeoutError<T>> {
        match self.try_send(msg) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(msg)) => Err(SendTimeoutError::Timeout(msg)),
            Err(TrySendError::Disconnected(msg)) => Err(SendTimeoutError::Disconnected(msg)),
        }
    }
    pub fn send_deadline(&self, msg: T, deadline: Instant) -> Result<(), SendTimeoutError<T>> {
        match self.try_send(msg) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(msg)) => Err(SendTimeoutError::Timeout(msg)),
            Err(TrySendError::Disconnected(msg)) => Err(SendTimeoutError::Disconnected(msg)),
        }
    }
    #[sends(self)]
    pub async fn send_async(&self, item: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    pub async fn into_send_async<'a>(self, item: T) -> Result<(), SendError<T>> {
        self.send_async(item).await
    }
    #[polls(self)]
    pub fn is_disconnected(&self) -> bool {
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
    pub fn sender_count(&self) -> usize {
        unknown!()
    }
    pub fn receiver_count(&self) -> usize {
        unknown!()
    }
    #[same(self)]
    pub fn downgrade(&self) -> WeakSender<T> {
        primitive!()
    }
    pub fn same_channel(&self, other: &Sender<T>) -> bool {
        unknown!()
    }
}
impl<T> Clone for Sender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
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
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        primitive!()
    }
    #[parks(self)]
    pub fn recv(&self) -> Result<T, RecvError> {
        primitive!()
    }
    #[parks(self, deadline)]
    pub fn recv_timeout(&self, dur: Duration) -> Result<T, RecvTimeoutError> {
        primitive!()
    }
    #[parks(self, deadline)]
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
        primitive!()
    }
    #[parks(self)]
    pub async fn recv_async(&self) -> Result<T, RecvError> {
        primitive!()
    }
    pub async fn into_recv_async<'a>(self) -> Result<T, RecvError> {
        self.recv_async().await
    }
    pub fn stream(&self) -> r#async::RecvStream<'_, T> {
        r#async::RecvStream { receiver: r#async::OwnedOrRef::Ref(self) }
    }
    pub fn into_stream<'a>(self) -> r#async::RecvStream<'a, T> {
        r#async::RecvStream { receiver: r#async::OwnedOrRef::Owned(self) }
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
    }
    pub fn drain(&self) -> Drain<'_, T> {
        Drain { receiver: self }
    }
    #[polls(self)]
    pub fn is_disconnected(&self) -> bool {
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
    pub fn sender_count(&self) -> usize {
        unknown!()
    }
    pub fn receiver_count(&self) -> usize {
        unknown!()
    }
    pub fn same_channel(&self, other: &Receiver<T>) -> bool {
        unknown!()
    }
}
impl<T> Clone for Receiver<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
pub struct Iter<'a, T> {
    receiver: &'a Receiver<T>,
}
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.receiver.recv().ok()
    }
}
pub struct TryIter<'a, T> {
    receiver: &'a Receiver<T>,
}
impl<'a, T> Iterator for TryIter<'a, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.receiver.try_recv().ok()
    }
}
pub struct IntoIter<T> {
    receiver: Receiver<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.receiver.recv().ok()
    }
}
impl<'a, T> IntoIterator for &'a Receiver<T> {
    type Item = T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<T> IntoIterator for Receiver<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { receiver: self }
    }
}
pub struct Drain<'a, T> {
    receiver: &'a Receiver<T>,
}
impl<'a, T> Iterator for Drain<'a, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.receiver.try_recv().ok()
    }
}
pub mod r#async {
    use super::Receiver;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    pub struct RecvStream<'a, T> {
        pub(crate) receiver: OwnedOrRef<'a, T>,
    }
    pub(crate) enum OwnedOrRef<'a, T> {
        Owned(Receiver<T>),
        Ref(&'a Receiver<T>),
    }
    impl<T> futures_core::Stream for RecvStream<'_, T> {
        type Item = T;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
            unknown!()
        }
    }
    impl<T> futures_core::stream::Pulls for RecvStream<'_, T> {
        async fn pull(&mut self) -> Option<T> {
            match &self.receiver {
                OwnedOrRef::Owned(receiver) => receiver.recv_async().await.ok(),
                OwnedOrRef::Ref(receiver) => receiver.recv_async().await.ok(),
            }
        }
    }
}
