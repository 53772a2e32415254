//! `tokio::sync::oneshot`
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

pub mod error {
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct RecvError(pub(crate) ());
    #[derive(Debug, Clone, PartialEq, Eq)]
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
    impl std::fmt::Display for RecvError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl std::error::Error for RecvError {}
}
use error::{RecvError, TryRecvError};

#[must_abort(on_drop = "eof", role = "sender")]
#[derive(Debug)]
pub struct Sender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
#[derive(Debug)]
pub struct Receiver<T> {
    end: std::marker::PhantomData<T>,
}
#[pairs(tx = 0, rx = 1, capacity = 1)]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    primitive!()
}
impl<T> Sender<T> {
    #[sends(self)]
    pub fn send(self, t: T) -> Result<(), T> {
        primitive!()
    }
    #[parks(self, until = "eof")]
    pub async fn closed(&mut self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
}
impl<T> Receiver<T> {
    #[closes(self)]
    pub fn close(&mut self) {
        primitive!()
    }
    #[parks(self, deadline)]
    fn look(&mut self) -> Result<T, super::mpsc::error::TryRecvError> {
        primitive!()
    }
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        match self.look() {
            Ok(message) => Ok(message),
            Err(super::mpsc::error::TryRecvError::Disconnected) => Err(TryRecvError::Closed),
            Err(super::mpsc::error::TryRecvError::Empty) => Err(TryRecvError::Empty),
        }
    }
    #[parks(self)]
    pub fn blocking_recv(self) -> Result<T, RecvError> {
        primitive!()
    }
}
impl<T> Future for Receiver<T> {
    type Output = Result<T, RecvError>;
    #[parks(self)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        primitive!()
    }
}
