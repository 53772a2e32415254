//! `crossbeam_channel`. `select!` is the parser's.
use std::time::{Duration, Instant};

#[must_abort(on_drop = "eof", role = "sender")]
pub struct Sender<T> {
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
// Time sends: the other side is out of view.
#[pairs]
pub fn after(duration: Duration) -> Receiver<Instant> {
    primitive!()
}
#[pairs]
pub fn at(when: Instant) -> Receiver<Instant> {
    primitive!()
}
#[pairs]
pub fn tick(duration: Duration) -> Receiver<Instant> {
    primitive!()
}
#[pairs]
pub fn never<T>() -> Receiver<T> {
    primitive!()
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SendError<T>(pub T);
impl<T> std::fmt::Display for SendError<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl<T: Send> std::error::Error for SendError<T> {}
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
impl<T: Send> std::error::Error for TrySendError<T> {}
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
impl<T: Send> std::error::Error for SendTimeoutError<T> {}
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrySelectError;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SelectTimeoutError;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TryReadyError;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadyTimeoutError;
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
            TrySendError::Full(v) => v,
            TrySendError::Disconnected(v) => v,
        }
    }
    pub fn is_full(&self) -> bool {
        match self {
            TrySendError::Full(_) => true,
            TrySendError::Disconnected(_) => false,
        }
    }
    pub fn is_disconnected(&self) -> bool {
        match self {
            TrySendError::Full(_) => false,
            TrySendError::Disconnected(_) => true,
        }
    }
}
impl<T> SendTimeoutError<T> {
    pub fn into_inner(self) -> T {
        match self {
            SendTimeoutError::Timeout(v) => v,
            SendTimeoutError::Disconnected(v) => v,
        }
    }
    pub fn is_timeout(&self) -> bool {
        match self {
            SendTimeoutError::Timeout(_) => true,
            SendTimeoutError::Disconnected(_) => false,
        }
    }
    pub fn is_disconnected(&self) -> bool {
        match self {
            SendTimeoutError::Timeout(_) => false,
            SendTimeoutError::Disconnected(_) => true,
        }
    }
}
impl TryRecvError {
    pub fn is_empty(&self) -> bool {
        match self {
            TryRecvError::Empty => true,
            TryRecvError::Disconnected => false,
        }
    }
    pub fn is_disconnected(&self) -> bool {
        match self {
            TryRecvError::Empty => false,
            TryRecvError::Disconnected => true,
        }
    }
}
impl RecvTimeoutError {
    pub fn is_timeout(&self) -> bool {
        match self {
            RecvTimeoutError::Timeout => true,
            RecvTimeoutError::Disconnected => false,
        }
    }
    pub fn is_disconnected(&self) -> bool {
        match self {
            RecvTimeoutError::Timeout => false,
            RecvTimeoutError::Disconnected => true,
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
    pub fn send_timeout(&self, msg: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
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
    pub fn recv_timeout(&self, timeout: Duration) -> Result<T, RecvTimeoutError> {
        primitive!()
    }
    #[parks(self, deadline)]
    pub fn recv_deadline(&self, deadline: Instant) -> Result<T, RecvTimeoutError> {
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
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { receiver: self }
    }
    pub fn try_iter(&self) -> TryIter<'_, T> {
        TryIter { receiver: self }
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

// Precision: which of its operations is ready is not followed.
#[derive(Clone)]
pub struct Select<'a> {
    handles: &'a (),
}
pub struct SelectedOperation<'a> {
    handles: &'a (),
}
impl<'a> Select<'a> {
    pub fn new() -> Select<'a> {
        primitive!()
    }
    pub fn new_biased() -> Self {
        primitive!()
    }
    pub fn send<T>(&mut self, s: &'a Sender<T>) -> usize {
        primitive!()
    }
    pub fn recv<T>(&mut self, r: &'a Receiver<T>) -> usize {
        primitive!()
    }
    pub fn remove(&mut self, index: usize) {
        primitive!()
    }
    pub fn try_select(&mut self) -> Result<SelectedOperation<'a>, TrySelectError> {
        unknown!()
    }
    pub fn select(&mut self) -> SelectedOperation<'a> {
        unknown!()
    }
    pub fn select_timeout(&mut self, timeout: Duration) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        unknown!()
    }
    pub fn select_deadline(&mut self, deadline: Instant) -> Result<SelectedOperation<'a>, SelectTimeoutError> {
        unknown!()
    }
    pub fn try_ready(&mut self) -> Result<usize, TryReadyError> {
        unknown!()
    }
    pub fn ready(&mut self) -> usize {
        unknown!()
    }
    pub fn ready_timeout(&mut self, timeout: Duration) -> Result<usize, ReadyTimeoutError> {
        unknown!()
    }
}
impl SelectedOperation<'_> {
    pub fn index(&self) -> usize {
        unknown!()
    }
    pub fn send<T>(self, s: &Sender<T>, msg: T) -> Result<(), SendError<T>> {
        match s.try_send(msg) {
            Ok(()) => Ok(()),
            Err(TrySendError::Disconnected(msg)) => Err(SendError(msg)),
            Err(TrySendError::Full(msg)) => loop {},
        }
    }
    // It is ready: a message is there, or EOF.
    pub fn recv<T>(self, r: &Receiver<T>) -> Result<T, RecvError> {
        match r.try_recv() {
            Ok(msg) => Ok(msg),
            Err(TryRecvError::Disconnected) => Err(RecvError),
            Err(TryRecvError::Empty) => loop {},
        }
    }
}
