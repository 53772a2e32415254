//! `tokio::sync::mpsc`
use std::task::{Context, Poll};
use std::time::Duration;

pub mod error {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct SendError<T>(pub T);
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    pub enum SendTimeoutError<T> {
        Timeout(T),
        Closed(T),
    }
    impl<T> std::fmt::Display for SendTimeoutError<T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl<T> std::error::Error for SendTimeoutError<T> {}
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
    impl<T> TrySendError<T> {
        pub fn into_inner(self) -> T {
            match self {
                TrySendError::Full(value) => value,
                TrySendError::Closed(value) => value,
            }
        }
    }
    impl<T> SendTimeoutError<T> {
        pub fn into_inner(self) -> T {
            match self {
                SendTimeoutError::Timeout(value) => value,
                SendTimeoutError::Closed(value) => value,
            }
        }
    }
    impl<T> std::fmt::Display for SendError<T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl<T> std::error::Error for SendError<T> {}
}
use error::{SendError, SendTimeoutError, TryRecvError, TrySendError};

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
#[must_abort(on_drop = "eof", role = "sender")]
pub struct UnboundedSender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "weak")]
pub struct WeakUnboundedSender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct UnboundedReceiver<T> {
    end: std::marker::PhantomData<T>,
}
#[pairs(tx = 0, rx = 1, capacity = buffer)]
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    primitive!()
}

impl<T> Sender<T> {
    #[sends(self)]
    pub async fn send(&self, value: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    #[sends(self, lossy)]
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        primitive!()
    }
    pub async fn send_timeout(&self, value: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        match self.try_send(value) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full(value)) => Err(SendTimeoutError::Timeout(value)),
            Err(TrySendError::Closed(value)) => Err(SendTimeoutError::Closed(value)),
        }
    }
    #[sends(self)]
    pub fn blocking_send(&self, value: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    // Waits for room, as a `send` does.
    #[sends(self)]
    async fn room(&self) -> Result<(), SendError<()>> {
        primitive!()
    }
    pub async fn reserve(&self) -> Result<Permit<'_, T>, SendError<()>> {
        self.room().await?;
        Ok(Permit { chan: self })
    }
    pub async fn reserve_owned(self) -> Result<OwnedPermit<T>, SendError<()>> {
        self.room().await?;
        Ok(OwnedPermit { chan: self })
    }
    pub fn try_reserve(&self) -> Result<Permit<'_, T>, TrySendError<()>> {
        if unknown!() { Ok(Permit { chan: self }) } else { Err(unknown!()) }
    }
    // Until the receiver has gone or was closed.
    #[parks(self, until = "eof")]
    pub async fn closed(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    pub fn same_channel(&self, other: &Self) -> bool {
        unknown!()
    }
    pub fn capacity(&self) -> usize {
        primitive!()
    }
    pub fn max_capacity(&self) -> usize {
        primitive!()
    }
    #[same(self)]
    pub fn downgrade(&self) -> WeakSender<T> {
        primitive!()
    }
    pub fn strong_count(&self) -> usize {
        primitive!()
    }
    pub fn weak_count(&self) -> usize {
        primitive!()
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
    pub fn strong_count(&self) -> usize {
        primitive!()
    }
}
impl<T> Clone for WeakSender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
pub struct Permit<'a, T> {
    chan: &'a Sender<T>,
}
impl<T> Permit<'_, T> {
    // Its room is reserved.
    pub fn send(self, value: T) {
        let _ = self.chan.try_send(value);
    }
}
pub struct OwnedPermit<T> {
    chan: Sender<T>,
}
impl<T> OwnedPermit<T> {
    pub fn send(self, value: T) -> Sender<T> {
        let _ = self.chan.try_send(value);
        self.chan
    }
    pub fn release(self) -> Sender<T> {
        self.chan
    }
}

impl<T> UnboundedSender<T> {
    #[sends(self)]
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    #[parks(self, until = "eof")]
    pub async fn closed(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    pub fn same_channel(&self, other: &Self) -> bool {
        unknown!()
    }
    #[same(self)]
    pub fn downgrade(&self) -> WeakUnboundedSender<T> {
        primitive!()
    }
    pub fn strong_count(&self) -> usize {
        primitive!()
    }
}
impl<T> Clone for UnboundedSender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> WeakUnboundedSender<T> {
    #[same(self)]
    pub fn upgrade(&self) -> Option<UnboundedSender<T>> {
        primitive!()
    }
}
impl<T> Clone for WeakUnboundedSender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> Receiver<T> {
    #[parks(self)]
    pub async fn recv(&mut self) -> Option<T> {
        primitive!()
    }
    pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
        let mut n = 0;
        if let Some(first) = self.recv().await {
            buffer.push(first);
            n += 1;
            if let Ok(next) = self.try_recv() {
                buffer.push(next);
                n += 1;
            }
        }
        n
    }
    #[parks(self, deadline)]
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        primitive!()
    }
    #[parks(self)]
    pub fn blocking_recv(&mut self) -> Option<T> {
        primitive!()
    }
    #[closes(self)]
    pub fn close(&mut self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        primitive!()
    }
    pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        match self.try_recv() {
            Ok(message) => Poll::Ready(Some(message)),
            Err(TryRecvError::Disconnected) => Poll::Ready(None),
            Err(TryRecvError::Empty) => Poll::Pending,
        }
    }
}

impl<T> UnboundedReceiver<T> {
    #[parks(self)]
    pub async fn recv(&mut self) -> Option<T> {
        primitive!()
    }
    pub async fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
        let mut n = 0;
        if let Some(first) = self.recv().await {
            buffer.push(first);
            n += 1;
            if let Ok(next) = self.try_recv() {
                buffer.push(next);
                n += 1;
            }
        }
        n
    }
    #[parks(self, deadline)]
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        primitive!()
    }
    #[parks(self)]
    pub fn blocking_recv(&mut self) -> Option<T> {
        primitive!()
    }
    #[closes(self)]
    pub fn close(&mut self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        primitive!()
    }
    pub fn poll_recv(&mut self, cx: &mut Context<'_>) -> Poll<Option<T>> {
        match self.try_recv() {
            Ok(message) => Poll::Ready(Some(message)),
            Err(TryRecvError::Disconnected) => Poll::Ready(None),
            Err(TryRecvError::Empty) => Poll::Pending,
        }
    }
}
