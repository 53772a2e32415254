//! `std::ops`
pub trait Drop {
    fn drop(&mut self);
}
pub trait Deref {
    type Target: ?Sized;
    fn deref(&self) -> &Self::Target;
}
pub trait DerefMut: Deref {
    fn deref_mut(&mut self) -> &mut Self::Target;
}
impl<T: ?Sized> Deref for &T {
    type Target = T;
    fn deref(&self) -> &T {
        *self
    }
}
impl<T: ?Sized> Deref for &mut T {
    type Target = T;
    fn deref(&self) -> &T {
        *self
    }
}
impl<T: ?Sized> DerefMut for &mut T {
    fn deref_mut(&mut self) -> &mut T {
        *self
    }
}
pub trait Index<Idx: ?Sized> {
    type Output: ?Sized;
    fn index(&self, index: Idx) -> &Self::Output;
}
pub trait IndexMut<Idx: ?Sized>: Index<Idx> {
    fn index_mut(&mut self, index: Idx) -> &mut Self::Output;
}

// Native: a call of a value is `f(args)`.
pub trait FnOnce<Args> {
    type Output;
}
pub trait FnMut<Args>: FnOnce<Args> {}
pub trait Fn<Args>: FnMut<Args> {}
pub trait AsyncFnOnce<Args> {
    type Output;
}
pub trait AsyncFnMut<Args>: AsyncFnOnce<Args> {}
pub trait AsyncFn<Args>: AsyncFnMut<Args> {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ControlFlow<B, C = ()> {
    Continue(C),
    Break(B),
}
impl<B, C> ControlFlow<B, C> {
    pub const fn is_break(&self) -> bool {
        match self {
            ControlFlow::Break(_) => true,
            ControlFlow::Continue(_) => false,
        }
    }
    pub const fn is_continue(&self) -> bool {
        match self {
            ControlFlow::Break(_) => false,
            ControlFlow::Continue(_) => true,
        }
    }
    pub fn break_value(self) -> Option<B> {
        match self {
            ControlFlow::Break(b) => Some(b),
            ControlFlow::Continue(_) => None,
        }
    }
    pub fn continue_value(self) -> Option<C> {
        match self {
            ControlFlow::Break(_) => None,
            ControlFlow::Continue(c) => Some(c),
        }
    }
}
pub trait Add<Rhs = Self> {
    type Output;
    fn add(self, rhs: Rhs) -> Self::Output;
}
pub trait AddAssign<Rhs = Self> {
    fn add_assign(&mut self, rhs: Rhs);
}
pub trait Sub<Rhs = Self> {
    type Output;
    fn sub(self, rhs: Rhs) -> Self::Output;
}
pub trait SubAssign<Rhs = Self> {
    fn sub_assign(&mut self, rhs: Rhs);
}
pub trait Mul<Rhs = Self> {
    type Output;
    fn mul(self, rhs: Rhs) -> Self::Output;
}
pub trait MulAssign<Rhs = Self> {
    fn mul_assign(&mut self, rhs: Rhs);
}
pub trait Div<Rhs = Self> {
    type Output;
    fn div(self, rhs: Rhs) -> Self::Output;
}
pub trait DivAssign<Rhs = Self> {
    fn div_assign(&mut self, rhs: Rhs);
}
pub trait Rem<Rhs = Self> {
    type Output;
    fn rem(self, rhs: Rhs) -> Self::Output;
}
pub trait RemAssign<Rhs = Self> {
    fn rem_assign(&mut self, rhs: Rhs);
}
pub trait BitAnd<Rhs = Self> {
    type Output;
    fn bitand(self, rhs: Rhs) -> Self::Output;
}
pub trait BitAndAssign<Rhs = Self> {
    fn bitand_assign(&mut self, rhs: Rhs);
}
pub trait BitOr<Rhs = Self> {
    type Output;
    fn bitor(self, rhs: Rhs) -> Self::Output;
}
pub trait BitOrAssign<Rhs = Self> {
    fn bitor_assign(&mut self, rhs: Rhs);
}
pub trait BitXor<Rhs = Self> {
    type Output;
    fn bitxor(self, rhs: Rhs) -> Self::Output;
}
pub trait BitXorAssign<Rhs = Self> {
    fn bitxor_assign(&mut self, rhs: Rhs);
}
pub trait Shl<Rhs = Self> {
    type Output;
    fn shl(self, rhs: Rhs) -> Self::Output;
}
pub trait ShlAssign<Rhs = Self> {
    fn shl_assign(&mut self, rhs: Rhs);
}
pub trait Shr<Rhs = Self> {
    type Output;
    fn shr(self, rhs: Rhs) -> Self::Output;
}
pub trait ShrAssign<Rhs = Self> {
    fn shr_assign(&mut self, rhs: Rhs);
}
pub trait Neg {
    type Output;
    fn neg(self) -> Self::Output;
}
pub trait Not {
    type Output;
    fn not(self) -> Self::Output;
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Range<Idx> {
    pub start: Idx,
    pub end: Idx,
}
impl<Idx> Range<Idx> {
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        unknown!()
    }
    pub fn is_empty(&self) -> bool
    where
        Idx: PartialOrd<Idx>,
    {
        unknown!()
    }
}
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RangeInclusive<Idx> {
    start: Idx,
    end: Idx,
}
impl<Idx> RangeInclusive<Idx> {
    pub const fn new(start: Idx, end: Idx) -> Self {
        RangeInclusive { start, end }
    }
    pub const fn start(&self) -> &Idx {
        &self.start
    }
    pub const fn end(&self) -> &Idx {
        &self.end
    }
    pub fn contains<U>(&self, item: &U) -> bool
    where
        Idx: PartialOrd<U>,
        U: ?Sized + PartialOrd<Idx>,
    {
        unknown!()
    }
}
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct RangeFrom<Idx> {
    pub start: Idx,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RangeTo<Idx> {
    pub end: Idx,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct RangeToInclusive<Idx> {
    pub end: Idx,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct RangeFull;
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound<T> {
    Included(T),
    Excluded(T),
    Unbounded,
}
pub trait RangeBounds<T: ?Sized> {
    fn start_bound(&self) -> Bound<&T>;
    fn end_bound(&self) -> Bound<&T>;
}
impl<T: ?Sized> RangeBounds<T> for RangeFull {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
}
impl<T> RangeBounds<T> for Range<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Excluded(&self.end)
    }
}
impl<T> RangeBounds<T> for RangeInclusive<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Included(&self.end)
    }
}
impl<T> RangeBounds<T> for RangeFrom<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Included(&self.start)
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
}
impl<T> RangeBounds<T> for RangeTo<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Excluded(&self.end)
    }
}
impl<T> RangeBounds<T> for RangeToInclusive<T> {
    fn start_bound(&self) -> Bound<&T> {
        Bound::Unbounded
    }
    fn end_bound(&self) -> Bound<&T> {
        Bound::Included(&self.end)
    }
}
impl Iterator for Range<u8> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<u8> {
    fn next_back(&mut self) -> Option<u8> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<u8> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<u8> {
    fn next_back(&mut self) -> Option<u8> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<u8> {
    type Item = u8;
    fn next(&mut self) -> Option<u8> {
        Some(unknown!())
    }
}
impl Iterator for Range<u16> {
    type Item = u16;
    fn next(&mut self) -> Option<u16> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<u16> {
    fn next_back(&mut self) -> Option<u16> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<u16> {
    type Item = u16;
    fn next(&mut self) -> Option<u16> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<u16> {
    fn next_back(&mut self) -> Option<u16> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<u16> {
    type Item = u16;
    fn next(&mut self) -> Option<u16> {
        Some(unknown!())
    }
}
impl Iterator for Range<u32> {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<u32> {
    fn next_back(&mut self) -> Option<u32> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<u32> {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<u32> {
    fn next_back(&mut self) -> Option<u32> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<u32> {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        Some(unknown!())
    }
}
impl Iterator for Range<u64> {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<u64> {
    fn next_back(&mut self) -> Option<u64> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<u64> {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<u64> {
    fn next_back(&mut self) -> Option<u64> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<u64> {
    type Item = u64;
    fn next(&mut self) -> Option<u64> {
        Some(unknown!())
    }
}
impl Iterator for Range<u128> {
    type Item = u128;
    fn next(&mut self) -> Option<u128> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<u128> {
    fn next_back(&mut self) -> Option<u128> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<u128> {
    type Item = u128;
    fn next(&mut self) -> Option<u128> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<u128> {
    fn next_back(&mut self) -> Option<u128> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<u128> {
    type Item = u128;
    fn next(&mut self) -> Option<u128> {
        Some(unknown!())
    }
}
impl Iterator for Range<usize> {
    type Item = usize;
    fn next(&mut self) -> Option<usize> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<usize> {
    fn next_back(&mut self) -> Option<usize> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<usize> {
    type Item = usize;
    fn next(&mut self) -> Option<usize> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<usize> {
    fn next_back(&mut self) -> Option<usize> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<usize> {
    type Item = usize;
    fn next(&mut self) -> Option<usize> {
        Some(unknown!())
    }
}
impl Iterator for Range<i8> {
    type Item = i8;
    fn next(&mut self) -> Option<i8> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<i8> {
    fn next_back(&mut self) -> Option<i8> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<i8> {
    type Item = i8;
    fn next(&mut self) -> Option<i8> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<i8> {
    fn next_back(&mut self) -> Option<i8> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<i8> {
    type Item = i8;
    fn next(&mut self) -> Option<i8> {
        Some(unknown!())
    }
}
impl Iterator for Range<i16> {
    type Item = i16;
    fn next(&mut self) -> Option<i16> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<i16> {
    fn next_back(&mut self) -> Option<i16> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<i16> {
    type Item = i16;
    fn next(&mut self) -> Option<i16> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<i16> {
    fn next_back(&mut self) -> Option<i16> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<i16> {
    type Item = i16;
    fn next(&mut self) -> Option<i16> {
        Some(unknown!())
    }
}
impl Iterator for Range<i32> {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<i32> {
    fn next_back(&mut self) -> Option<i32> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<i32> {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<i32> {
    fn next_back(&mut self) -> Option<i32> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<i32> {
    type Item = i32;
    fn next(&mut self) -> Option<i32> {
        Some(unknown!())
    }
}
impl Iterator for Range<i64> {
    type Item = i64;
    fn next(&mut self) -> Option<i64> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<i64> {
    fn next_back(&mut self) -> Option<i64> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<i64> {
    type Item = i64;
    fn next(&mut self) -> Option<i64> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<i64> {
    fn next_back(&mut self) -> Option<i64> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<i64> {
    type Item = i64;
    fn next(&mut self) -> Option<i64> {
        Some(unknown!())
    }
}
impl Iterator for Range<i128> {
    type Item = i128;
    fn next(&mut self) -> Option<i128> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<i128> {
    fn next_back(&mut self) -> Option<i128> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<i128> {
    type Item = i128;
    fn next(&mut self) -> Option<i128> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<i128> {
    fn next_back(&mut self) -> Option<i128> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<i128> {
    type Item = i128;
    fn next(&mut self) -> Option<i128> {
        Some(unknown!())
    }
}
impl Iterator for Range<isize> {
    type Item = isize;
    fn next(&mut self) -> Option<isize> {
        if self.start < self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<isize> {
    fn next_back(&mut self) -> Option<isize> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<isize> {
    type Item = isize;
    fn next(&mut self) -> Option<isize> {
        if self.start <= self.end {
            let next = self.start;
            self.start += 1;
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<isize> {
    fn next_back(&mut self) -> Option<isize> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<isize> {
    type Item = isize;
    fn next(&mut self) -> Option<isize> {
        Some(unknown!())
    }
}
impl Iterator for Range<char> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        if self.start < self.end {
            let next = self.start;
            self.start = unknown!();
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for Range<char> {
    fn next_back(&mut self) -> Option<char> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeInclusive<char> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        if self.start <= self.end {
            let next = self.start;
            self.start = unknown!();
            Some(next)
        } else {
            None
        }
    }
}
impl DoubleEndedIterator for RangeInclusive<char> {
    fn next_back(&mut self) -> Option<char> {
        if unknown!() { Some(unknown!()) } else { None }
    }
}
impl Iterator for RangeFrom<char> {
    type Item = char;
    fn next(&mut self) -> Option<char> {
        Some(unknown!())
    }
}
