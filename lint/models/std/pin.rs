//! `std::pin`
use crate::future::Future;
use crate::ops::{Deref, DerefMut};

pub struct Pin<Ptr> {
    pub(crate) pointer: Ptr,
}
impl<Ptr: Deref> Pin<Ptr> {
    pub const fn new(pointer: Ptr) -> Pin<Ptr>
    where
        Ptr::Target: Unpin,
    {
        Pin { pointer }
    }
    pub const unsafe fn new_unchecked(pointer: Ptr) -> Pin<Ptr> {
        Pin { pointer }
    }
    pub fn as_ref(&self) -> Pin<&Ptr::Target> {
        Pin { pointer: self.pointer.deref() }
    }
    pub const fn into_inner(pin: Pin<Ptr>) -> Ptr
    where
        Ptr::Target: Unpin,
    {
        pin.pointer
    }
}
impl<Ptr: DerefMut> Pin<Ptr> {
    pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target> {
        Pin { pointer: self.pointer.deref_mut() }
    }
    pub fn set(&mut self, value: Ptr::Target)
    where
        Ptr::Target: Sized,
    {
        *self.pointer = value;
    }
}
impl<'a, T: ?Sized> Pin<&'a T> {
    pub const fn get_ref(self) -> &'a T {
        self.pointer
    }
}
impl<'a, T: ?Sized> Pin<&'a mut T> {
    pub const fn get_mut(self) -> &'a mut T
    where
        T: Unpin,
    {
        self.pointer
    }
    pub const unsafe fn get_unchecked_mut(self) -> &'a mut T {
        self.pointer
    }
    pub const fn into_ref(self) -> Pin<&'a T> {
        Pin { pointer: self.pointer }
    }
}
impl<Ptr: Clone> Clone for Pin<Ptr> {
    fn clone(&self) -> Self {
        Pin { pointer: self.pointer.clone() }
    }
}
impl<Ptr: Deref> Deref for Pin<Ptr> {
    type Target = Ptr::Target;
    fn deref(&self) -> &Ptr::Target {
        self.pointer.deref()
    }
}
impl<Ptr: DerefMut> DerefMut for Pin<Ptr>
where
    Ptr::Target: Unpin,
{
    fn deref_mut(&mut self) -> &mut Ptr::Target {
        self.pointer.deref_mut()
    }
}
// Awaiting a pinned future awaits the future.
impl<Ptr> Future for Pin<Ptr>
where
    Ptr: DerefMut,
    Ptr::Target: Future,
{
    type Output = <Ptr::Target as Future>::Output;
    fn poll(self: Pin<&mut Self>, cx: &mut crate::task::Context<'_>) -> crate::task::Poll<Self::Output> {
        self.get_mut().as_mut().poll(cx)
    }
}
impl<T> From<Box<T>> for Pin<Box<T>> {
    fn from(boxed: Box<T>) -> Self {
        Pin { pointer: boxed }
    }
}
