//! `std::cmp`
pub trait PartialEq<Rhs: ?Sized = Self> {
    fn eq(&self, other: &Rhs) -> bool;
    fn ne(&self, other: &Rhs) -> bool {
        !self.eq(other)
    }
}
pub trait Eq: PartialEq<Self> {}
#[derive(Debug, PartialEq, Eq)]
pub enum Ordering {
    Less = -1,
    Equal = 0,
    Greater = 1,
}
impl Ordering {
    pub const fn is_eq(self) -> bool {
        primitive!()
    }
    pub const fn is_ne(self) -> bool {
        primitive!()
    }
    pub const fn is_lt(self) -> bool {
        primitive!()
    }
    pub const fn is_gt(self) -> bool {
        primitive!()
    }
    pub const fn reverse(self) -> Ordering {
        primitive!()
    }
    pub const fn then(self, other: Ordering) -> Ordering {
        primitive!()
    }
    pub fn then_with<F: FnOnce() -> Ordering>(self, f: F) -> Ordering {
        match self {
            Ordering::Equal => f(),
            _ => self,
        }
    }
}
impl Clone for Ordering {
    fn clone(&self) -> Ordering {
        *self
    }
}
impl Copy for Ordering {}
pub trait PartialOrd<Rhs: ?Sized = Self>: PartialEq<Rhs> {
    fn partial_cmp(&self, other: &Rhs) -> Option<Ordering>;
    fn lt(&self, other: &Rhs) -> bool {
        unknown!()
    }
    fn le(&self, other: &Rhs) -> bool {
        unknown!()
    }
    fn gt(&self, other: &Rhs) -> bool {
        unknown!()
    }
    fn ge(&self, other: &Rhs) -> bool {
        unknown!()
    }
}
pub trait Ord: Eq + PartialOrd<Self> {
    fn cmp(&self, other: &Self) -> Ordering;
    fn max(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if unknown!() { self } else { other }
    }
    fn min(self, other: Self) -> Self
    where
        Self: Sized,
    {
        if unknown!() { self } else { other }
    }
    fn clamp(self, min: Self, max: Self) -> Self
    where
        Self: Sized,
    {
        if unknown!() { self } else if unknown!() { min } else { max }
    }
}
pub fn min<T: Ord>(v1: T, v2: T) -> T {
    if unknown!() { v1 } else { v2 }
}
pub fn max<T: Ord>(v1: T, v2: T) -> T {
    if unknown!() { v1 } else { v2 }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reverse<T>(pub T);
impl PartialEq for u8 {
    fn eq(&self, other: &u8) -> bool {
        *self == *other
    }
}
impl Eq for u8 {}
impl PartialOrd for u8 {
    fn partial_cmp(&self, other: &u8) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for u8 {
    fn cmp(&self, other: &u8) -> Ordering {
        unknown!()
    }
}
impl PartialEq for u16 {
    fn eq(&self, other: &u16) -> bool {
        *self == *other
    }
}
impl Eq for u16 {}
impl PartialOrd for u16 {
    fn partial_cmp(&self, other: &u16) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for u16 {
    fn cmp(&self, other: &u16) -> Ordering {
        unknown!()
    }
}
impl PartialEq for u32 {
    fn eq(&self, other: &u32) -> bool {
        *self == *other
    }
}
impl Eq for u32 {}
impl PartialOrd for u32 {
    fn partial_cmp(&self, other: &u32) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for u32 {
    fn cmp(&self, other: &u32) -> Ordering {
        unknown!()
    }
}
impl PartialEq for u64 {
    fn eq(&self, other: &u64) -> bool {
        *self == *other
    }
}
impl Eq for u64 {}
impl PartialOrd for u64 {
    fn partial_cmp(&self, other: &u64) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for u64 {
    fn cmp(&self, other: &u64) -> Ordering {
        unknown!()
    }
}
impl PartialEq for u128 {
    fn eq(&self, other: &u128) -> bool {
        *self == *other
    }
}
impl Eq for u128 {}
impl PartialOrd for u128 {
    fn partial_cmp(&self, other: &u128) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for u128 {
    fn cmp(&self, other: &u128) -> Ordering {
        unknown!()
    }
}
impl PartialEq for usize {
    fn eq(&self, other: &usize) -> bool {
        *self == *other
    }
}
impl Eq for usize {}
impl PartialOrd for usize {
    fn partial_cmp(&self, other: &usize) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for usize {
    fn cmp(&self, other: &usize) -> Ordering {
        unknown!()
    }
}
impl PartialEq for i8 {
    fn eq(&self, other: &i8) -> bool {
        *self == *other
    }
}
impl Eq for i8 {}
impl PartialOrd for i8 {
    fn partial_cmp(&self, other: &i8) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for i8 {
    fn cmp(&self, other: &i8) -> Ordering {
        unknown!()
    }
}
impl PartialEq for i16 {
    fn eq(&self, other: &i16) -> bool {
        *self == *other
    }
}
impl Eq for i16 {}
impl PartialOrd for i16 {
    fn partial_cmp(&self, other: &i16) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for i16 {
    fn cmp(&self, other: &i16) -> Ordering {
        unknown!()
    }
}
impl PartialEq for i32 {
    fn eq(&self, other: &i32) -> bool {
        *self == *other
    }
}
impl Eq for i32 {}
impl PartialOrd for i32 {
    fn partial_cmp(&self, other: &i32) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for i32 {
    fn cmp(&self, other: &i32) -> Ordering {
        unknown!()
    }
}
impl PartialEq for i64 {
    fn eq(&self, other: &i64) -> bool {
        *self == *other
    }
}
impl Eq for i64 {}
impl PartialOrd for i64 {
    fn partial_cmp(&self, other: &i64) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for i64 {
    fn cmp(&self, other: &i64) -> Ordering {
        unknown!()
    }
}
impl PartialEq for i128 {
    fn eq(&self, other: &i128) -> bool {
        *self == *other
    }
}
impl Eq for i128 {}
impl PartialOrd for i128 {
    fn partial_cmp(&self, other: &i128) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for i128 {
    fn cmp(&self, other: &i128) -> Ordering {
        unknown!()
    }
}
impl PartialEq for isize {
    fn eq(&self, other: &isize) -> bool {
        *self == *other
    }
}
impl Eq for isize {}
impl PartialOrd for isize {
    fn partial_cmp(&self, other: &isize) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for isize {
    fn cmp(&self, other: &isize) -> Ordering {
        unknown!()
    }
}
impl PartialEq for bool {
    fn eq(&self, other: &bool) -> bool {
        *self == *other
    }
}
impl Eq for bool {}
impl PartialOrd for bool {
    fn partial_cmp(&self, other: &bool) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for bool {
    fn cmp(&self, other: &bool) -> Ordering {
        unknown!()
    }
}
impl PartialEq for char {
    fn eq(&self, other: &char) -> bool {
        *self == *other
    }
}
impl Eq for char {}
impl PartialOrd for char {
    fn partial_cmp(&self, other: &char) -> Option<Ordering> {
        unknown!()
    }
}
impl Ord for char {
    fn cmp(&self, other: &char) -> Ordering {
        unknown!()
    }
}
