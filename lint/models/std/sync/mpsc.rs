//! `std::sync::mpsc`
use crate::time::Duration;

#[must_abort(on_drop = "eof", role = "sender")]
pub struct Sender<T> {
    end: crate::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "sender")]
pub struct SyncSender<T> {
    end: crate::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct Receiver<T> {
    end: crate::marker::PhantomData<T>,
}
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = bound)]
pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) {
    primitive!()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SendError<T>(pub T);
impl<T> crate::fmt::Display for SendError<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
impl<T> crate::error::Error for SendError<T> {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecvError;
impl crate::fmt::Display for RecvError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
impl crate::error::Error for RecvError {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TryRecvError {
    Empty,
    Disconnected,
}
impl crate::fmt::Display for TryRecvError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
impl crate::error::Error for TryRecvError {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecvTimeoutError {
    Timeout,
    Disconnected,
}
impl crate::fmt::Display for RecvTimeoutError {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
impl crate::error::Error for RecvTimeoutError {}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrySendError<T> {
    Full(T),
    Disconnected(T),
}
impl<T> crate::fmt::Display for TrySendError<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
impl<T> crate::error::Error for TrySendError<T> {}

impl<T> Sender<T> {
    #[sends(self)]
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        primitive!()
    }
}
impl<T> Clone for Sender<T> {
    #[same(self)]
    fn clone(&self) -> Sender<T> {
        primitive!()
    }
}
impl<T> SyncSender<T> {
    #[sends(self)]
    pub fn send(&self, t: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    #[sends(self, lossy)]
    pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> {
        primitive!()
    }
}
impl<T> Clone for SyncSender<T> {
    #[same(self)]
    fn clone(&self) -> SyncSender<T> {
        primitive!()
    }
}
impl<T> Receiver<T> {
    #[parks(self)]
    pub fn recv(&self) -> Result<T, RecvError> {
        primitive!()
    }
    #[parks(self, deadline)]
    pub fn try_recv(&self) -> Result<T, TryRecvError> {
        primitive!()
    }
    #[parks(self, deadline)]
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        primitive!()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { rx: self }
    }
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { rx: self }
    }
}
pub struct Iter<'a, T: 'a> {
    rx: &'a Receiver<T>,
}
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.rx.recv().ok()
    }
}
pub struct TryIter<'a, T: 'a> {
    rx: &'a Receiver<T>,
}
impl<'a, T> Iterator for TryIter<'a, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.rx.try_recv().ok()
    }
}
pub struct IntoIter<T> {
    rx: Receiver<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.rx.recv().ok()
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
        IntoIter { rx: self }
    }
}
