//! `tokio::sync::broadcast`: a send never waits; it overwrites the oldest message, and a receiver that missed some is told so.

pub mod error {
    #[derive(Debug)]
    pub struct SendError<T>(pub T);
    impl<T> std::fmt::Display for SendError<T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl<T: std::fmt::Debug> std::error::Error for SendError<T> {}
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum RecvError {
        Closed,
        Lagged(u64),
    }
    impl std::fmt::Display for RecvError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl std::error::Error for RecvError {}
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum TryRecvError {
        Empty,
        Closed,
        Lagged(u64),
    }
    impl std::fmt::Display for TryRecvError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl std::error::Error for TryRecvError {}
}
use error::{RecvError, SendError, TryRecvError};

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
pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    primitive!()
}
impl<T> Sender<T> {
    pub fn new(capacity: usize) -> Self {
        let (tx, rx) = channel(capacity);
        drop(rx);
        tx
    }
    #[sends(self)]
    pub fn send(&self, value: T) -> Result<usize, SendError<T>> {
        primitive!()
    }
    #[same(self)]
    pub fn subscribe(&self) -> Receiver<T> {
        primitive!()
    }
    #[same(self)]
    pub fn downgrade(&self) -> WeakSender<T> {
        primitive!()
    }
    pub fn len(&self) -> usize {
        primitive!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn receiver_count(&self) -> usize {
        primitive!()
    }
    #[parks(self, until = "eof")]
    pub async fn closed(&self) {
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
    fn clone(&self) -> WeakSender<T> {
        primitive!()
    }
}
impl<T> Receiver<T> {
    pub fn len(&self) -> usize {
        primitive!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
}
impl<T: Clone> Receiver<T> {
    #[same(self)]
    pub fn resubscribe(&self) -> Self {
        primitive!()
    }
    #[parks(self)]
    async fn take(&mut self) -> Option<T> {
        primitive!()
    }
    #[parks(self)]
    fn blocking_take(&mut self) -> Option<T> {
        primitive!()
    }
    #[parks(self, deadline)]
    fn look(&mut self) -> Result<T, super::mpsc::error::TryRecvError> {
        primitive!()
    }
    pub async fn recv(&mut self) -> Result<T, RecvError> {
        match self.take().await {
            Some(message) => {
                if unknown!() {
                    return Err(RecvError::Lagged(unknown!()));
                }
                Ok(message)
            }
            None => Err(RecvError::Closed),
        }
    }
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        match self.look() {
            Ok(message) => {
                if unknown!() {
                    return Err(TryRecvError::Lagged(unknown!()));
                }
                Ok(message)
            }
            Err(super::mpsc::error::TryRecvError::Disconnected) => Err(TryRecvError::Closed),
            Err(super::mpsc::error::TryRecvError::Empty) => Err(TryRecvError::Empty),
        }
    }
    pub fn blocking_recv(&mut self) -> Result<T, RecvError> {
        match self.blocking_take() {
            Some(message) => {
                if unknown!() {
                    return Err(RecvError::Lagged(unknown!()));
                }
                Ok(message)
            }
            None => Err(RecvError::Closed),
        }
    }
}
