//! `std::cell`
use crate::ops::{Deref, DerefMut};

pub struct Cell<T: ?Sized> {
    value: T,
}
impl<T> Cell<T> {
    pub const fn new(value: T) -> Cell<T> {
        Cell { value }
    }
    pub fn set(&self, val: T) {
        self.value = val;
    }
    pub fn swap(&self, other: &Cell<T>) {
        crate::mem::swap(&mut self.value, &mut other.value);
    }
    pub const fn replace(&self, val: T) -> T {
        crate::mem::replace(&mut self.value, val)
    }
    pub fn into_inner(self) -> T {
        self.value
    }
}
impl<T: Copy> Cell<T> {
    pub const fn get(&self) -> T {
        self.value
    }
}
impl<T: Default> Cell<T> {
    pub fn take(&self) -> T {
        crate::mem::take(&mut self.value)
    }
}
impl<T: ?Sized> Cell<T> {
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
impl<T: Copy> Clone for Cell<T> {
    fn clone(&self) -> Cell<T> {
        Cell { value: self.value }
    }
}
impl<T: Default> Default for Cell<T> {
    fn default() -> Cell<T> {
        Cell { value: T::default() }
    }
}
impl<T> From<T> for Cell<T> {
    fn from(t: T) -> Cell<T> {
        Cell { value: t }
    }
}

pub struct RefCell<T: ?Sized> {
    value: T,
}
impl<T> RefCell<T> {
    pub const fn new(value: T) -> RefCell<T> {
        RefCell { value }
    }
    pub fn into_inner(self) -> T {
        self.value
    }
    pub fn replace(&self, t: T) -> T {
        crate::mem::replace(&mut self.value, t)
    }
    pub fn replace_with<F: FnOnce(&mut T) -> T>(&self, f: F) -> T {
        let next = f(&mut self.value);
        crate::mem::replace(&mut self.value, next)
    }
    pub fn swap(&self, other: &RefCell<T>) {
        crate::mem::swap(&mut self.value, &mut other.value);
    }
}
impl<T: Default> RefCell<T> {
    pub fn take(&self) -> T {
        crate::mem::take(&mut self.value)
    }
}
impl<T: ?Sized> RefCell<T> {
    pub fn borrow(&self) -> Ref<'_, T> {
        Ref { value: &self.value }
    }
    pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
        Ok(Ref { value: &self.value })
    }
    pub fn borrow_mut(&self) -> RefMut<'_, T> {
        RefMut { value: &mut self.value }
    }
    pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
        Ok(RefMut { value: &mut self.value })
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
impl<T: Clone> Clone for RefCell<T> {
    fn clone(&self) -> RefCell<T> {
        RefCell { value: self.value.clone() }
    }
}
impl<T: Default> Default for RefCell<T> {
    fn default() -> RefCell<T> {
        RefCell { value: T::default() }
    }
}
impl<T> From<T> for RefCell<T> {
    fn from(t: T) -> RefCell<T> {
        RefCell { value: t }
    }
}
#[derive(Debug)]
pub struct BorrowError {
    why: (),
}
#[derive(Debug)]
pub struct BorrowMutError {
    why: (),
}
pub struct Ref<'b, T: ?Sized> {
    value: &'b T,
}
impl<'b, T: ?Sized> Ref<'b, T> {
    pub fn clone(orig: &Ref<'b, T>) -> Ref<'b, T> {
        Ref { value: orig.value }
    }
    pub fn map<U: ?Sized, F>(orig: Ref<'b, T>, f: F) -> Ref<'b, U>
    where
        F: FnOnce(&T) -> &U,
    {
        Ref { value: f(orig.value) }
    }
}
impl<T: ?Sized> Deref for Ref<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value
    }
}
pub struct RefMut<'b, T: ?Sized> {
    value: &'b mut T,
}
impl<'b, T: ?Sized> RefMut<'b, T> {
    pub fn map<U: ?Sized, F>(orig: RefMut<'b, T>, f: F) -> RefMut<'b, U>
    where
        F: FnOnce(&mut T) -> &mut U,
    {
        RefMut { value: f(orig.value) }
    }
}
impl<T: ?Sized> Deref for RefMut<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.value
    }
}
impl<T: ?Sized> DerefMut for RefMut<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        self.value
    }
}
pub struct UnsafeCell<T: ?Sized> {
    value: T,
}
impl<T> UnsafeCell<T> {
    pub const fn new(value: T) -> UnsafeCell<T> {
        UnsafeCell { value }
    }
    pub const fn into_inner(self) -> T {
        self.value
    }
}
impl<T: ?Sized> UnsafeCell<T> {
    pub const fn get(&self) -> *mut T {
        primitive!()
    }
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }
}
pub struct OnceCell<T> {
    value: Option<T>,
}
impl<T> OnceCell<T> {
    pub const fn new() -> OnceCell<T> {
        OnceCell { value: None }
    }
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.as_mut()
    }
    pub fn set(&self, value: T) -> Result<(), T> {
        match self.value {
            Some(_) => Err(value),
            None => {
                self.value = Some(value);
                Ok(())
            }
        }
    }
    pub fn get_or_init<F>(&self, f: F) -> &T
    where
        F: FnOnce() -> T,
    {
        self.value.get_or_insert_with(f)
    }
    pub fn into_inner(self) -> Option<T> {
        self.value
    }
    pub fn take(&mut self) -> Option<T> {
        self.value.take()
    }
}
impl<T> Default for OnceCell<T> {
    fn default() -> OnceCell<T> {
        OnceCell { value: None }
    }
}
pub struct LazyCell<T, F = fn() -> T> {
    value: Option<T>,
    init: F,
}
impl<T, F: FnOnce() -> T> LazyCell<T, F> {
    pub const fn new(f: F) -> LazyCell<T, F> {
        LazyCell { value: None, init: f }
    }
    pub fn force(this: &LazyCell<T, F>) -> &T {
        this.value.get_or_insert_with(this.init)
    }
}
impl<T, F: FnOnce() -> T> Deref for LazyCell<T, F> {
    type Target = T;
    fn deref(&self) -> &T {
        LazyCell::force(self)
    }
}
