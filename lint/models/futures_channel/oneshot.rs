//! `futures::channel::oneshot`
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Canceled;
#[must_abort(on_drop = "eof", role = "sender")]
pub struct Sender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
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
    pub async fn cancellation(&mut self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_canceled(&self) -> bool {
        primitive!()
    }
    pub fn is_connected_to(&self, receiver: &Receiver<T>) -> bool {
        unknown!()
    }
}
impl<T> Receiver<T> {
    #[closes(self)]
    pub fn close(&mut self) {
        primitive!()
    }
    #[parks(self, deadline)]
    fn look(&mut self) -> Result<T, std::sync::mpsc::TryRecvError> {
        primitive!()
    }
    pub fn try_recv(&mut self) -> Result<Option<T>, Canceled> {
        match self.look() {
            Ok(t) => Ok(Some(t)),
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Err(Canceled),
            Err(std::sync::mpsc::TryRecvError::Empty) => Ok(None),
        }
    }
}
impl<T> Future for Receiver<T> {
    type Output = Result<T, Canceled>;
    #[parks(self)]
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        primitive!()
    }
}
