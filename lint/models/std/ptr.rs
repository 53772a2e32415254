//! `std::ptr`
pub const fn null<T>() -> *const T {
    primitive!()
}
pub const fn null_mut<T>() -> *mut T {
    primitive!()
}
pub const unsafe fn read<T>(src: *const T) -> T {
    primitive!()
}
pub const unsafe fn write<T>(dst: *mut T, src: T) {
    primitive!()
}
pub unsafe fn drop_in_place<T: ?Sized>(to_drop: *mut T) {
    primitive!()
}
pub fn eq<T: ?Sized>(a: *const T, b: *const T) -> bool {
    primitive!()
}
pub struct NonNull<T: ?Sized> {
    pointer: *const T,
}
impl<T: ?Sized> NonNull<T> {
    pub const unsafe fn new_unchecked(ptr: *mut T) -> Self {
        primitive!()
    }
    pub const fn new(ptr: *mut T) -> Option<Self> {
        primitive!()
    }
    pub const fn as_ptr(self) -> *mut T {
        primitive!()
    }
}
impl<T> NonNull<T> {
    pub const fn dangling() -> Self {
        primitive!()
    }
}
