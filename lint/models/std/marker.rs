//! `std::marker`
pub trait Sized {}
pub unsafe auto trait Send {}
pub unsafe auto trait Sync {}
pub auto trait Unpin {}
pub trait Copy: Clone {}
pub struct PhantomData<T: ?Sized>;
impl<T: ?Sized> Clone for PhantomData<T> {
    fn clone(&self) -> Self {
        PhantomData
    }
}
impl<T: ?Sized> Copy for PhantomData<T> {}
impl<T: ?Sized> Default for PhantomData<T> {
    fn default() -> Self {
        PhantomData
    }
}
pub struct PhantomPinned;
