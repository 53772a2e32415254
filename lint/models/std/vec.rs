//! `std::vec`
use crate::borrow::Borrow;
use crate::iter::FromIterator;
use crate::ops::{Bound, Deref, DerefMut, Index, IndexMut, RangeBounds};
use crate::slice::{Indexes, SliceIndex};

// Native: a bag of its elements. `self as &[T]` is the same bag under its other type.
pub struct Vec<T> {
    each: T,
}
impl<T> Vec<T> {
    pub const fn new() -> Vec<T> {
        primitive!()
    }
    pub fn with_capacity(capacity: usize) -> Vec<T> {
        primitive!()
    }
    pub fn capacity(&self) -> usize {
        primitive!()
    }
    pub fn reserve(&mut self, additional: usize) {
        primitive!()
    }
    pub fn shrink_to_fit(&mut self) {
        primitive!()
    }
    pub const fn as_slice(&self) -> &[T] {
        self as &[T]
    }
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self as &mut [T]
    }
    pub fn into_boxed_slice(self) -> Box<[T]> {
        primitive!()
    }
    #[puts(value)]
    pub fn push(&mut self, value: T) {
        primitive!()
    }
    #[gets(self)]
    pub fn pop(&mut self) -> Option<T> {
        primitive!()
    }
    pub fn pop_if(&mut self, predicate: impl FnOnce(&mut T) -> bool) -> Option<T> {
        if predicate(self.last_mut()?) { self.pop() } else { None }
    }
    #[puts(element)]
    fn push_front(&mut self, element: T) {
        primitive!()
    }
    // Precision: it lands at one end.
    pub fn insert(&mut self, index: usize, element: T) {
        if index == 0 {
            self.push_front(element);
        } else {
            self.push(element);
        }
    }
    #[gets(self)]
    pub fn remove(&mut self, index: usize) -> T {
        primitive!()
    }
    // The element in front.
    #[gets(self)]
    pub(crate) fn shift(&mut self) -> Option<T> {
        primitive!()
    }
    // The element at this place, if there is one.
    #[gets(self)]
    pub(crate) fn nth_out(&mut self, index: usize) -> Option<T> {
        primitive!()
    }
    #[gets(self)]
    pub fn swap_remove(&mut self, index: usize) -> T {
        primitive!()
    }
    #[clears(self)]
    pub fn clear(&mut self) {
        primitive!()
    }
    pub fn truncate(&mut self, len: usize) {
        if len == 0 {
            self.clear();
        } else {
            while self.len() > len {
                self.pop();
            }
        }
    }
    pub fn retain<F>(&mut self, f: F)
    where
        F: FnMut(&T) -> bool,
    {
        self.retain_mut(|x| f(x));
    }
    pub fn retain_mut<F>(&mut self, f: F)
    where
        F: FnMut(&mut T) -> bool,
    {
        let mut at = 0;
        while let Some(x) = self.nth_mut(at) {
            if f(x) {
                at += 1;
            } else {
                drop(self.nth_out(at));
            }
        }
    }
    pub fn extract_if<F, R>(&mut self, range: R, filter: F) -> ExtractIf<'_, T, F>
    where
        F: FnMut(&mut T) -> bool,
        R: RangeBounds<usize>,
    {
        ExtractIf { vec: self, pred: filter }
    }
    pub fn append(&mut self, other: &mut Vec<T>) {
        while let Some(x) = other.shift() {
            self.push(x);
        }
    }
    pub fn drain<R>(&mut self, range: R) -> Drain<'_, T>
    where
        R: RangeBounds<usize>,
    {
        match (range.start_bound(), range.end_bound()) {
            (Bound::Unbounded, Bound::Unbounded) => Drain { items: crate::mem::take(self), from: self },
            (Bound::Unbounded, Bound::Included(&last)) => Drain { items: self.split_front(last + 1), from: self },
            (Bound::Unbounded, Bound::Excluded(&end)) => Drain { items: self.split_front(end), from: self },
            (Bound::Included(&start), Bound::Unbounded) => Drain { items: self.split_off(start), from: self },
            _ => Drain { items: self.split_off(unknown!()), from: self },
        }
    }
    pub fn split_off(&mut self, at: usize) -> Vec<T> {
        let mut tail = Vec::new();
        while self.len() > at {
            match self.pop() {
                Some(x) => tail.push_front(x),
                None => break,
            }
        }
        tail
    }
    // What stands before this place; the rest stays.
    fn split_front(&mut self, end: usize) -> Vec<T> {
        let tail = self.split_off(end);
        crate::mem::replace(self, tail)
    }
    pub const fn len(&self) -> usize {
        (self as &[T]).len()
    }
    pub const fn is_empty(&self) -> bool {
        (self as &[T]).is_empty()
    }
    pub fn dedup(&mut self)
    where
        T: PartialEq,
    {
        primitive!()
    }
    pub fn dedup_by_key<F, K>(&mut self, key: F)
    where
        F: FnMut(&mut T) -> K,
        K: PartialEq,
    {
        primitive!()
    }
    pub fn resize_with<F>(&mut self, new_len: usize, f: F)
    where
        F: FnMut() -> T,
    {
        while unknown!() {
            self.push(f());
        }
    }
    pub fn leak<'a>(self) -> &'a mut [T] {
        Box::leak(self.into_boxed_slice())
    }
    pub const fn as_ptr(&self) -> *const T {
        primitive!()
    }
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        primitive!()
    }
}
impl<T: Clone> Vec<T> {
    pub fn resize(&mut self, new_len: usize, value: T) {
        while unknown!() {
            self.push(value.clone());
        }
    }
    pub fn extend_from_slice(&mut self, other: &[T]) {
        for x in other {
            self.push(x.clone());
        }
    }
}
impl<T> Deref for Vec<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        self as &[T]
    }
}
impl<T> DerefMut for Vec<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        self as &mut [T]
    }
}
impl<T: Clone> Clone for Vec<T> {
    fn clone(&self) -> Vec<T> {
        self.iter().cloned().collect()
    }
}
impl<T> Default for Vec<T> {
    fn default() -> Vec<T> {
        Vec::new()
    }
}
impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for Vec<T> {
    fn eq(&self, other: &Vec<U>) -> bool {
        unknown!()
    }
}
impl<T: Eq> Eq for Vec<T> {}
impl<T: PartialOrd> PartialOrd for Vec<T> {
    fn partial_cmp(&self, other: &Vec<T>) -> Option<crate::cmp::Ordering> {
        unknown!()
    }
}
impl<T: Ord> Ord for Vec<T> {
    fn cmp(&self, other: &Vec<T>) -> crate::cmp::Ordering {
        unknown!()
    }
}
impl<T, I: SliceIndex<[T]>> Index<I> for Vec<T> {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self as &[T])
    }
}
impl<T, I: SliceIndex<[T]>> IndexMut<I> for Vec<T> {
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self as &mut [T])
    }
}
impl<T> FromIterator<T> for Vec<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T> {
        let mut vec = Vec::new();
        for x in iter {
            vec.push(x);
        }
        vec
    }
}
impl<T> Extend<T> for Vec<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.push(x);
        }
    }
}
impl<'a, T: Copy + 'a> Extend<&'a T> for Vec<T> {
    fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I) {
        for x in iter {
            self.push(*x);
        }
    }
}
impl<T> IntoIterator for Vec<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { items: self }
    }
}
impl<'a, T> IntoIterator for &'a Vec<T> {
    type Item = &'a T;
    type IntoIter = crate::slice::Iter<'a, T>;
    fn into_iter(self) -> crate::slice::Iter<'a, T> {
        (self as &'a [T]).iter()
    }
}
impl<'a, T> IntoIterator for &'a mut Vec<T> {
    type Item = &'a mut T;
    type IntoIter = crate::slice::IterMut<'a, T>;
    fn into_iter(self) -> crate::slice::IterMut<'a, T> {
        (self as &'a mut [T]).iter_mut()
    }
}
impl<T> AsRef<[T]> for Vec<T> {
    fn as_ref(&self) -> &[T] {
        self as &[T]
    }
}
impl<T> Borrow<[T]> for Vec<T> {
    fn borrow(&self) -> &[T] {
        self as &[T]
    }
}
impl<T: Clone> From<&[T]> for Vec<T> {
    fn from(s: &[T]) -> Vec<T> {
        s.to_vec()
    }
}
impl<T, const N: usize> From<[T; N]> for Vec<T> {
    fn from(s: [T; N]) -> Vec<T> {
        s.into_iter().collect()
    }
}
impl From<&str> for Vec<u8> {
    fn from(s: &str) -> Vec<u8> {
        primitive!()
    }
}
impl<T> From<Box<[T]>> for Vec<T> {
    fn from(s: Box<[T]>) -> Vec<T> {
        s.into_vec()
    }
}
impl<T> From<crate::collections::VecDeque<T>> for Vec<T> {
    fn from(other: crate::collections::VecDeque<T>) -> Vec<T> {
        other.into_iter().collect()
    }
}
// What `vec![elem; n]` calls.
pub fn from_elem<T: Clone>(elem: T, n: usize) -> Vec<T> {
    let mut all = Vec::new();
    for _ in 1..n {
        all.push(elem.clone());
    }
    all.push(elem);
    all
}

pub struct IntoIter<T> {
    items: Vec<T>,
}
impl<T> IntoIter<T> {
    pub fn as_slice(&self) -> &[T] {
        self.items.as_slice()
    }
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.items.pop()
    }
}
impl<T> ExactSizeIterator for IntoIter<T> {}
pub struct ExtractIf<'a, T, F> {
    vec: &'a mut Vec<T>,
    pred: F,
}
impl<T, F> Iterator for ExtractIf<'_, T, F>
where
    F: FnMut(&mut T) -> bool,
{
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let mut kept = Vec::new();
        let mut found = None;
        while let Some(mut x) = self.vec.shift() {
            if found.is_none() && (self.pred)(&mut x) {
                found = Some(x);
            } else {
                kept.push(x);
            }
        }
        *self.vec = kept;
        found
    }
}
pub struct Drain<'a, T> {
    items: Vec<T>,
    from: &'a mut Vec<T>,
}
impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
impl<T> DoubleEndedIterator for Drain<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        self.items.pop()
    }
}
impl<T> ExactSizeIterator for Drain<'_, T> {}
