//! `std::mem`
use crate::ops::{Deref, DerefMut};

pub fn drop<T>(_x: T) {}

// Native: the value is never dropped; an end inside it is leaked.
pub const fn forget<T>(t: T) {
    primitive!()
}
pub const fn replace<T>(dest: &mut T, src: T) -> T {
    let old = *dest;
    *dest = src;
    old
}
pub fn take<T: Default>(dest: &mut T) -> T {
    replace(dest, T::default())
}
pub const fn swap<T>(x: &mut T, y: &mut T) {
    let old = *x;
    *x = *y;
    *y = old;
}
pub const fn size_of<T>() -> usize {
    primitive!()
}
pub const fn size_of_val<T: ?Sized>(val: &T) -> usize {
    primitive!()
}
pub const fn align_of<T>() -> usize {
    primitive!()
}
pub const fn align_of_val<T: ?Sized>(val: &T) -> usize {
    primitive!()
}
pub const fn needs_drop<T: ?Sized>() -> bool {
    primitive!()
}
pub const unsafe fn zeroed<T>() -> T {
    primitive!()
}
pub const unsafe fn transmute_copy<Src, Dst>(src: &Src) -> Dst {
    primitive!()
}
pub struct Discriminant<T> {
    of: T,
}
pub const fn discriminant<T>(v: &T) -> Discriminant<T> {
    primitive!()
}

// Native: its content is not dropped with it.
pub struct ManuallyDrop<T: ?Sized> {
    value: T,
}
impl<T> ManuallyDrop<T> {
    pub const fn new(value: T) -> ManuallyDrop<T> {
        ManuallyDrop { value }
    }
    pub const fn into_inner(slot: ManuallyDrop<T>) -> T {
        slot.value
    }
    pub unsafe fn take(slot: &mut ManuallyDrop<T>) -> T {
        slot.value
    }
}
impl<T: ?Sized> ManuallyDrop<T> {
    pub unsafe fn drop(slot: &mut ManuallyDrop<T>) {
        drop(slot.value);
    }
}
impl<T: ?Sized> Deref for ManuallyDrop<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}
impl<T: ?Sized> DerefMut for ManuallyDrop<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
pub union MaybeUninit<T> {
    uninit: (),
    value: ManuallyDrop<T>,
}
impl<T> MaybeUninit<T> {
    pub const fn new(val: T) -> MaybeUninit<T> {
        primitive!()
    }
    pub const fn uninit() -> MaybeUninit<T> {
        primitive!()
    }
    pub const fn zeroed() -> MaybeUninit<T> {
        primitive!()
    }
    pub const unsafe fn assume_init(self) -> T {
        primitive!()
    }
    pub const fn as_ptr(&self) -> *const T {
        primitive!()
    }
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        primitive!()
    }
}
