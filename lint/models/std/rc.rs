//! `std::rc`
use crate::ops::Deref;

// `Rc` and `Weak` are native by their paths: `new` makes a shared cell, `clone` one more handle of it.
pub struct Rc<T: ?Sized> {
    cell: T,
}
impl<T> Rc<T> {
    pub fn new(value: T) -> Rc<T> {
        Rc { cell: value }
    }
    pub fn new_cyclic<F>(data_fn: F) -> Rc<T>
    where
        F: FnOnce(&Weak<T>) -> T,
    {
        let weak = Weak::new();
        Rc { cell: data_fn(&weak) }
    }
    pub fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>> {
        primitive!()
    }
    pub fn into_inner(this: Rc<T>) -> Option<T> {
        primitive!()
    }
}
impl<T: ?Sized> Rc<T> {
    pub fn downgrade(this: &Rc<T>) -> Weak<T> {
        primitive!()
    }
    pub fn weak_count(this: &Rc<T>) -> usize {
        primitive!()
    }
    pub fn strong_count(this: &Rc<T>) -> usize {
        primitive!()
    }
    pub fn get_mut(this: &mut Rc<T>) -> Option<&mut T> {
        if unknown!() { Some(&mut this.cell) } else { None }
    }
    pub fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool {
        unknown!()
    }
}
impl<T: Clone> Rc<T> {
    pub fn make_mut(this: &mut Rc<T>) -> &mut T {
        &mut this.cell
    }
    pub fn unwrap_or_clone(this: Rc<T>) -> T {
        this.cell.clone()
    }
}
impl<T: ?Sized> Deref for Rc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.cell
    }
}
impl<T: ?Sized> Clone for Rc<T> {
    fn clone(&self) -> Rc<T> {
        primitive!()
    }
}
impl<T: Default> Default for Rc<T> {
    fn default() -> Rc<T> {
        Rc::new(T::default())
    }
}
impl<T> From<T> for Rc<T> {
    fn from(t: T) -> Rc<T> {
        Rc::new(t)
    }
}
impl From<&str> for Rc<str> {
    fn from(v: &str) -> Rc<str> {
        primitive!()
    }
}
impl<T: ?Sized> AsRef<T> for Rc<T> {
    fn as_ref(&self) -> &T {
        &self.cell
    }
}
pub struct Weak<T: ?Sized> {
    cell: T,
}
impl<T> Weak<T> {
    pub const fn new() -> Weak<T> {
        primitive!()
    }
}
impl<T: ?Sized> Weak<T> {
    pub fn upgrade(&self) -> Option<Rc<T>> {
        primitive!()
    }
    pub fn strong_count(&self) -> usize {
        primitive!()
    }
    pub fn weak_count(&self) -> usize {
        primitive!()
    }
    pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
        unknown!()
    }
}
impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Weak<T> {
        primitive!()
    }
}
impl<T> Default for Weak<T> {
    fn default() -> Weak<T> {
        Weak::new()
    }
}
