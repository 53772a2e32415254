//! `tokio::sync::watch`: one value that can be looked at, and waited on to change.
use std::ops::Deref;

pub mod error {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct SendError<T>(pub T);
    impl<T> std::fmt::Display for SendError<T> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl<T> std::error::Error for SendError<T> {}
    #[derive(Debug, Clone)]
    pub struct RecvError(pub(super) ());
    impl std::fmt::Display for RecvError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl std::error::Error for RecvError {}
}
use error::{RecvError, SendError};

#[must_abort(on_drop = "eof", role = "sender")]
pub struct Sender<T> {
    end: std::marker::PhantomData<T>,
}
#[must_abort(on_drop = "eof", role = "receiver")]
pub struct Receiver<T> {
    end: std::marker::PhantomData<T>,
}
#[pairs(tx = 0, rx = 1, capacity = "unbounded")]
pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>) {
    primitive!()
}
#[derive(Debug)]
pub struct Ref<'a, T> {
    value: &'a T,
}
impl<T> Ref<'_, T> {
    pub fn has_changed(&self) -> bool {
        unknown!()
    }
}
impl<T> Deref for Ref<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value
    }
}
impl<T> Sender<T> {
    pub fn new(init: T) -> Self {
        let (tx, rx) = channel(init);
        drop(rx);
        tx
    }
    #[polls(self)]
    fn look(&self) -> &T {
        primitive!()
    }
    // The value is set and all receivers wake.
    #[sets(self)]
    #[sends(self)]
    fn put(&self, value: T) {
        primitive!()
    }
    #[sets(self)]
    #[sends(self)]
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        primitive!()
    }
    pub fn send_modify<F>(&self, modify: F)
    where
        F: FnOnce(&mut T),
    {
        modify(self.look());
        self.put(unknown!());
    }
    pub fn send_if_modified<F>(&self, modify: F) -> bool
    where
        F: FnOnce(&mut T) -> bool,
    {
        if modify(self.look()) {
            self.put(unknown!());
            true
        } else {
            false
        }
    }
    pub fn send_replace(&self, value: T) -> T {
        self.put(value);
        unknown!()
    }
    pub fn borrow(&self) -> Ref<'_, T> {
        Ref { value: self.look() }
    }
    #[polls(self)]
    pub fn is_closed(&self) -> bool {
        primitive!()
    }
    #[parks(self, until = "eof")]
    pub async fn closed(&self) {
        primitive!()
    }
    #[same(self)]
    pub fn subscribe(&self) -> Receiver<T> {
        primitive!()
    }
    pub fn receiver_count(&self) -> usize {
        primitive!()
    }
}
impl<T> Clone for Sender<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
impl<T> Receiver<T> {
    #[polls(self)]
    fn look(&self) -> &T {
        primitive!()
    }
    pub fn borrow(&self) -> Ref<'_, T> {
        Ref { value: self.look() }
    }
    pub fn borrow_and_update(&mut self) -> Ref<'_, T> {
        Ref { value: self.look() }
    }
    pub fn has_changed(&self) -> Result<bool, RecvError> {
        unknown!()
    }
    pub fn mark_changed(&mut self) {
        primitive!()
    }
    pub fn mark_unchanged(&mut self) {
        primitive!()
    }
    #[parks(self)]
    pub async fn changed(&mut self) -> Result<(), RecvError> {
        primitive!()
    }
    pub async fn wait_for(&mut self, f: impl FnMut(&T) -> bool) -> Result<Ref<'_, T>, RecvError> {
        loop {
            if f(self.look()) {
                return Ok(Ref { value: self.look() });
            }
            self.changed().await?;
        }
    }
    pub fn same_channel(&self, other: &Self) -> bool {
        unknown!()
    }
}
impl<T> Clone for Receiver<T> {
    #[same(self)]
    fn clone(&self) -> Self {
        primitive!()
    }
}
