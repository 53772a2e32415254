//! `std::panic`
use crate::any::Any;

pub trait UnwindSafe {}
pub trait RefUnwindSafe {}
pub struct AssertUnwindSafe<T>(pub T);
impl<R, F: FnOnce() -> R> FnOnce<()> for AssertUnwindSafe<F> {
    type Output = R;
    fn call_once(self, args: ()) -> R {
        (self.0)()
    }
}
impl<T> crate::ops::Deref for AssertUnwindSafe<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
pub fn catch_unwind<F: FnOnce() -> R + UnwindSafe, R>(f: F) -> Result<R, Box<dyn Any + Send + 'static>> {
    if unknown!() { Ok(f()) } else { Err(unknown!()) }
}
pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
    panic!()
}
pub fn panic_any<M: 'static + Any + Send>(msg: M) -> ! {
    panic!()
}
pub struct PanicHookInfo<'a> {
    payload: &'a (dyn Any + Send),
}
pub struct Location<'a> {
    file: &'a str,
}
pub fn set_hook(hook: Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>) {
    primitive!()
}
pub fn take_hook() -> Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static> {
    primitive!()
}
