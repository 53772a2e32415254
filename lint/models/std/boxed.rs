//! `std::boxed`
use crate::iter::FromIterator;
use crate::ops::{Deref, DerefMut};
use crate::pin::Pin;

// Native by its path: `*boxed` moves out of the box.
pub struct Box<T: ?Sized> {
    value: T,
}
impl<T> Box<T> {
    pub fn new(x: T) -> Box<T> {
        Box { value: x }
    }
    pub fn pin(x: T) -> Pin<Box<T>> {
        Pin { pointer: Box { value: x } }
    }
}
impl<T: ?Sized> Box<T> {
    // Native: what is leaked or turned into a raw pointer is never dropped.
    pub fn leak<'a>(b: Box<T>) -> &'a mut T
    where
        T: 'a,
    {
        primitive!()
    }
    pub fn into_raw(b: Box<T>) -> *mut T {
        primitive!()
    }
    pub unsafe fn from_raw(raw: *mut T) -> Box<T> {
        primitive!()
    }
    pub fn into_pin(boxed: Box<T>) -> Pin<Box<T>> {
        Pin { pointer: boxed }
    }
}
impl<T: ?Sized> Deref for Box<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}
impl<T: ?Sized> DerefMut for Box<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
impl<T: Clone> Clone for Box<T> {
    fn clone(&self) -> Box<T> {
        Box { value: self.value.clone() }
    }
}
impl<T: Default> Default for Box<T> {
    fn default() -> Box<T> {
        Box { value: T::default() }
    }
}
impl<T> From<T> for Box<T> {
    fn from(t: T) -> Box<T> {
        Box { value: t }
    }
}
impl From<&str> for Box<str> {
    fn from(s: &str) -> Box<str> {
        primitive!()
    }
}
impl<T: ?Sized> AsRef<T> for Box<T> {
    fn as_ref(&self) -> &T {
        &self.value
    }
}
impl<T: ?Sized> AsMut<T> for Box<T> {
    fn as_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
impl<I: Iterator + ?Sized> Iterator for Box<I> {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        self.value.next()
    }
}
impl<T> FromIterator<T> for Box<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Box<[T]> {
        Vec::from_iter(iter).into_boxed_slice()
    }
}
