//! `std::task`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Poll<T> {
    Ready(T),
    Pending,
}
impl<T> Poll<T> {
    pub fn map<U, F>(self, f: F) -> Poll<U>
    where
        F: FnOnce(T) -> U,
    {
        match self {
            Poll::Ready(x) => Poll::Ready(f(x)),
            Poll::Pending => Poll::Pending,
        }
    }
    pub const fn is_ready(&self) -> bool {
        match self {
            Poll::Ready(_) => true,
            Poll::Pending => false,
        }
    }
    pub const fn is_pending(&self) -> bool {
        match self {
            Poll::Ready(_) => false,
            Poll::Pending => true,
        }
    }
}
impl<T> From<T> for Poll<T> {
    fn from(t: T) -> Poll<T> {
        Poll::Ready(t)
    }
}
pub struct Context<'a> {
    waker: &'a Waker,
}
impl<'a> Context<'a> {
    pub const fn from_waker(waker: &'a Waker) -> Self {
        Context { waker }
    }
    pub const fn waker(&self) -> &'a Waker {
        self.waker
    }
}
#[derive(Debug, Clone)]
pub struct Waker {
    vtable: usize,
}
impl Waker {
    pub fn wake(self) {
        primitive!()
    }
    pub fn wake_by_ref(&self) {
        primitive!()
    }
    pub fn will_wake(&self, other: &Waker) -> bool {
        unknown!()
    }
    pub const fn noop() -> &'static Waker {
        primitive!()
    }
}
pub trait Wake {
    fn wake(self: crate::sync::Arc<Self>);
    fn wake_by_ref(self: &crate::sync::Arc<Self>) {
        self.clone().wake();
    }
}
impl<W: Wake + Send + Sync + 'static> From<crate::sync::Arc<W>> for Waker {
    fn from(waker: crate::sync::Arc<W>) -> Waker {
        primitive!()
    }
}
