//! `kanal`: like the others, with an explicit close; a sync and an async face of one channel.
use std::time::Duration;

#[derive(Debug, PartialEq, Eq)]
pub enum SendError {
    Closed,
    ReceiveClosed,
}
#[derive(Debug, PartialEq, Eq)]
pub enum SendErrorTimeout {
    Closed,
    ReceiveClosed,
    Timeout,
}
#[derive(Debug, PartialEq, Eq)]
pub enum ReceiveError {
    Closed,
    SendClosed,
}
#[derive(Debug, PartialEq, Eq)]
pub enum ReceiveErrorTimeout {
    Closed,
    SendClosed,
    Timeout,
}
#[derive(Debug, PartialEq, Eq)]
pub struct CloseError();
#[must_abort(on_drop = "eof", role = "sender")]
pub struct Sender<T> {
    end: std::marker::PhantomData<T>,
}
impl<T> Clone for Sender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> Sender<T> {
    pub fn close(&self) -> Result<(), CloseError> {
        self.shut();
        if unknown!() { Ok(()) } else { Err(CloseError()) }
    }
    #[closes(self)]
    fn shut(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    #[polls(self)]
    pub fn is_disconnected(&self) -> bool {
        primitive!()
    }
    pub fn is_bounded(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn is_full(&self) -> bool {
        unknown!()
    }
    pub fn capacity(&self) -> usize {
        unknown!()
    }
    pub fn receiver_count(&self) -> u32 {
        unknown!()
    }
    pub fn sender_count(&self) -> u32 {
        unknown!()
    }
    #[sends(self, lossy)]
    fn offer(&self, data: T) -> Result<(), std::sync::mpsc::TrySendError<T>> {
        primitive!()
    }
    pub fn try_send(&self, data: T) -> Result<bool, SendError> {
        match self.offer(data) {
            Ok(()) => Ok(true),
            Err(std::sync::mpsc::TrySendError::Full(_)) => Ok(false),
            Err(std::sync::mpsc::TrySendError::Disconnected(_)) => Err(SendError::ReceiveClosed),
        }
    }
}
#[must_abort(on_drop = "eof", role = "sender")]
pub struct AsyncSender<T> {
    end: std::marker::PhantomData<T>,
}
impl<T> Clone for AsyncSender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> AsyncSender<T> {
    pub fn close(&self) -> Result<(), CloseError> {
        self.shut();
        if unknown!() { Ok(()) } else { Err(CloseError()) }
    }
    #[closes(self)]
    fn shut(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    #[polls(self)]
    pub fn is_disconnected(&self) -> bool {
        primitive!()
    }
    pub fn is_bounded(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn is_full(&self) -> bool {
        unknown!()
    }
    pub fn capacity(&self) -> usize {
        unknown!()
    }
    pub fn receiver_count(&self) -> u32 {
        unknown!()
    }
    pub fn sender_count(&self) -> u32 {
        unknown!()
    }
    #[sends(self, lossy)]
    fn offer(&self, data: T) -> Result<(), std::sync::mpsc::TrySendError<T>> {
        primitive!()
    }
    pub fn try_send(&self, data: T) -> Result<bool, SendError> {
        match self.offer(data) {
            Ok(()) => Ok(true),
            Err(std::sync::mpsc::TrySendError::Full(_)) => Ok(false),
            Err(std::sync::mpsc::TrySendError::Disconnected(_)) => Err(SendError::ReceiveClosed),
        }
    }
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct Receiver<T> {
    end: std::marker::PhantomData<T>,
}
impl<T> Clone for Receiver<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> Receiver<T> {
    pub fn close(&self) -> Result<(), CloseError> {
        self.shut();
        if unknown!() { Ok(()) } else { Err(CloseError()) }
    }
    #[closes(self)]
    fn shut(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    #[polls(self)]
    pub fn is_disconnected(&self) -> bool {
        primitive!()
    }
    pub fn is_bounded(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn is_full(&self) -> bool {
        unknown!()
    }
    pub fn capacity(&self) -> usize {
        unknown!()
    }
    pub fn receiver_count(&self) -> u32 {
        unknown!()
    }
    pub fn sender_count(&self) -> u32 {
        unknown!()
    }
    #[parks(self, deadline)]
    fn look(&self) -> Result<T, std::sync::mpsc::TryRecvError> {
        primitive!()
    }
    pub fn try_recv(&self) -> Result<Option<T>, ReceiveError> {
        match self.look() {
            Ok(message) => Ok(Some(message)),
            Err(std::sync::mpsc::TryRecvError::Empty) => Ok(None),
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Err(ReceiveError::SendClosed),
        }
    }
    pub fn drain_into(&self, vec: &mut Vec<T>) -> Result<usize, ReceiveError> {
        while let Ok(message) = self.look() {
            vec.push(message);
        }
        Ok(unknown!())
    }
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct AsyncReceiver<T> {
    end: std::marker::PhantomData<T>,
}
impl<T> Clone for AsyncReceiver<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> AsyncReceiver<T> {
    pub fn close(&self) -> Result<(), CloseError> {
        self.shut();
        if unknown!() { Ok(()) } else { Err(CloseError()) }
    }
    #[closes(self)]
    fn shut(&self) {
        primitive!()
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    #[polls(self)]
    pub fn is_disconnected(&self) -> bool {
        primitive!()
    }
    pub fn is_bounded(&self) -> bool {
        unknown!()
    }
    pub fn len(&self) -> usize {
        unknown!()
    }
    pub fn is_empty(&self) -> bool {
        unknown!()
    }
    pub fn is_full(&self) -> bool {
        unknown!()
    }
    pub fn capacity(&self) -> usize {
        unknown!()
    }
    pub fn receiver_count(&self) -> u32 {
        unknown!()
    }
    pub fn sender_count(&self) -> u32 {
        unknown!()
    }
    #[parks(self, deadline)]
    fn look(&self) -> Result<T, std::sync::mpsc::TryRecvError> {
        primitive!()
    }
    pub fn try_recv(&self) -> Result<Option<T>, ReceiveError> {
        match self.look() {
            Ok(message) => Ok(Some(message)),
            Err(std::sync::mpsc::TryRecvError::Empty) => Ok(None),
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Err(ReceiveError::SendClosed),
        }
    }
    pub fn drain_into(&self, vec: &mut Vec<T>) -> Result<usize, ReceiveError> {
        while let Ok(message) = self.look() {
            vec.push(message);
        }
        Ok(unknown!())
    }
}
impl<T> Sender<T> {
    #[same(self)]
    pub fn clone_async(&self) -> AsyncSender<T> {
        primitive!()
    }
    pub fn to_async(self) -> AsyncSender<T> {
        self.clone_async()
    }
    pub fn as_async(&self) -> &AsyncSender<T> {
        self as &AsyncSender<T>
    }
    #[sends(self)]
    pub fn send(&self, data: T) -> Result<(), SendError> {
        primitive!()
    }
    pub fn send_timeout(&self, data: T, duration: Duration) -> Result<(), SendErrorTimeout> {
        match self.offer(data) {
            Ok(()) => Ok(()),
            Err(std::sync::mpsc::TrySendError::Full(_)) => Err(SendErrorTimeout::Timeout),
            Err(std::sync::mpsc::TrySendError::Disconnected(_)) => Err(SendErrorTimeout::ReceiveClosed),
        }
    }
}
impl<T> AsyncSender<T> {
    #[same(self)]
    pub fn clone_sync(&self) -> Sender<T> {
        primitive!()
    }
    pub fn to_sync(self) -> Sender<T> {
        self.clone_sync()
    }
    pub fn as_sync(&self) -> &Sender<T> {
        self as &Sender<T>
    }
    #[sends(self)]
    pub async fn send(&self, data: T) -> Result<(), SendError> {
        primitive!()
    }
}
impl<T> Receiver<T> {
    #[same(self)]
    pub fn clone_async(&self) -> AsyncReceiver<T> {
        primitive!()
    }
    pub fn to_async(self) -> AsyncReceiver<T> {
        self.clone_async()
    }
    pub fn as_async(&self) -> &AsyncReceiver<T> {
        self as &AsyncReceiver<T>
    }
    #[parks(self)]
    pub fn recv(&self) -> Result<T, ReceiveError> {
        primitive!()
    }
    pub fn recv_timeout(&self, duration: Duration) -> Result<T, ReceiveErrorTimeout> {
        match self.look() {
            Ok(message) => Ok(message),
            Err(std::sync::mpsc::TryRecvError::Empty) => Err(ReceiveErrorTimeout::Timeout),
            Err(std::sync::mpsc::TryRecvError::Disconnected) => Err(ReceiveErrorTimeout::SendClosed),
        }
    }
}
impl<T> Iterator for Receiver<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.recv().ok()
    }
}
impl<T> AsyncReceiver<T> {
    #[same(self)]
    pub fn clone_sync(&self) -> Receiver<T> {
        primitive!()
    }
    pub fn to_sync(self) -> Receiver<T> {
        self.clone_sync()
    }
    pub fn as_sync(&self) -> &Receiver<T> {
        self as &Receiver<T>
    }
    #[parks(self)]
    pub async fn recv(&self) -> Result<T, ReceiveError> {
        primitive!()
    }
}
#[pairs(tx = 0, rx = 1, capacity = size)]
pub fn bounded<T>(size: usize) -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = size)]
pub fn bounded_async<T>(size: usize) -> (AsyncSender<T>, AsyncReceiver<T>) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn unbounded<T>() -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn unbounded_async<T>() -> (AsyncSender<T>, AsyncReceiver<T>) {
    primitive!()
}
