//! `std::slice`, and the inherent methods of `[T]` and `[T; N]`.
use crate::cmp::Ordering;
use crate::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

// Native: `[T]`, `[T; N]` and `Vec<T>` are one kind of bag.
impl<T> [T] {
    #[polls(self)]
    pub const fn len(&self) -> usize {
        primitive!()
    }
    #[polls(self)]
    pub const fn is_empty(&self) -> bool {
        primitive!()
    }
    // The element at this place, whatever its key.
    #[gets(self)]
    pub(crate) fn nth_ref(&self, index: usize) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_mut(&mut self, index: usize) -> Option<&mut T> {
        primitive!()
    }
    // As this, of one that is there.
    #[gets(self)]
    pub(crate) fn at_ref(&self, index: usize) -> &T {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn at_mut(&mut self, index: usize) -> &mut T {
        primitive!()
    }
    #[gets(self)]
    pub const fn first(&self) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub const fn first_mut(&mut self) -> Option<&mut T> {
        primitive!()
    }
    #[gets(self)]
    pub const fn last(&self) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub const fn last_mut(&mut self) -> Option<&mut T> {
        primitive!()
    }
    pub const fn split_first(&self) -> Option<(&T, &[T])> {
        match self.first() {
            Some(x) => Some((x, self)),
            None => None,
        }
    }
    pub const fn split_last(&self) -> Option<(&T, &[T])> {
        match self.last() {
            Some(x) => Some((x, self)),
            None => None,
        }
    }
    pub fn get<I>(&self, index: I) -> Option<&I::Output>
    where
        I: SliceIndex<[T]>,
    {
        index.get(self)
    }
    pub fn get_mut<I>(&mut self, index: I) -> Option<&mut I::Output>
    where
        I: SliceIndex<[T]>,
    {
        index.get_mut(self)
    }
    pub const fn swap(&mut self, a: usize, b: usize) {
        primitive!()
    }
    pub const fn reverse(&mut self) {
        primitive!()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { items: self, front: 0, back: 0 }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut { items: self, front: 0, back: 0 }
    }
    pub fn windows(&self, size: usize) -> Windows<'_, T> {
        Windows { items: self }
    }
    pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {
        Chunks { items: self }
    }
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
        ChunksMut { items: self }
    }
    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {
        ChunksExact { items: self }
    }
    pub fn split_at(&self, mid: usize) -> (&[T], &[T]) {
        (self, self)
    }
    pub fn split_at_mut(&mut self, mid: usize) -> (&mut [T], &mut [T]) {
        (self, self)
    }
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq,
    {
        unknown!()
    }
    pub fn starts_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        unknown!()
    }
    pub fn ends_with(&self, needle: &[T]) -> bool
    where
        T: PartialEq,
    {
        unknown!()
    }
    pub fn binary_search(&self, x: &T) -> Result<usize, usize>
    where
        T: Ord,
    {
        unknown!()
    }
    pub fn sort(&mut self)
    where
        T: Ord,
    {
        primitive!()
    }
    pub fn sort_by<F>(&mut self, compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        primitive!()
    }
    pub fn sort_by_key<K, F>(&mut self, f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        primitive!()
    }
    pub fn sort_unstable(&mut self)
    where
        T: Ord,
    {
        primitive!()
    }
    pub fn sort_unstable_by<F>(&mut self, compare: F)
    where
        F: FnMut(&T, &T) -> Ordering,
    {
        primitive!()
    }
    pub fn sort_unstable_by_key<K, F>(&mut self, f: F)
    where
        F: FnMut(&T) -> K,
        K: Ord,
    {
        primitive!()
    }
    pub fn fill(&mut self, value: T)
    where
        T: Clone,
    {
        for slot in self.iter_mut() {
            *slot = value.clone();
        }
    }
    pub fn copy_from_slice(&mut self, src: &[T])
    where
        T: Copy,
    {
        primitive!()
    }
    pub fn clone_from_slice(&mut self, src: &[T])
    where
        T: Clone,
    {
        primitive!()
    }
    pub fn to_vec(&self) -> Vec<T>
    where
        T: Clone,
    {
        self.iter().cloned().collect()
    }
    pub fn into_vec(self: Box<Self>) -> Vec<T> {
        primitive!()
    }
    pub const fn as_ptr(&self) -> *const T {
        primitive!()
    }
    pub const fn as_mut_ptr(&mut self) -> *mut T {
        primitive!()
    }
}
impl [u8] {
    pub const fn trim_ascii(&self) -> &[u8] {
        self
    }
    pub const fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {
        unknown!()
    }
}
impl<T, const N: usize> [T; N] {
    pub fn map<F, U>(self, f: F) -> [U; N]
    where
        F: FnMut(T) -> U,
    {
        let mut all = Vec::new();
        for x in self {
            all.push(f(x));
        }
        all as [U; N]
    }
    pub const fn as_slice(&self) -> &[T] {
        self as &[T]
    }
    pub const fn as_mut_slice(&mut self) -> &mut [T] {
        self as &mut [T]
    }
}
// Precision: of strings only.
impl<S: crate::borrow::Borrow<str>> [S] {
    pub fn join(&self, sep: &str) -> String {
        unknown!()
    }
    pub fn concat(&self) -> String {
        unknown!()
    }
}

pub unsafe trait SliceIndex<T: ?Sized> {
    type Output: ?Sized;
}
// What an index does.
pub(crate) trait Indexes<T: ?Sized>: SliceIndex<T> {
    fn get(self, slice: &T) -> Option<&Self::Output>;
    fn get_mut(self, slice: &mut T) -> Option<&mut Self::Output>;
    fn index(self, slice: &T) -> &Self::Output;
    fn index_mut(self, slice: &mut T) -> &mut Self::Output;
}
unsafe impl<T> SliceIndex<[T]> for usize {
    type Output = T;
}
impl<T> Indexes<[T]> for usize {
    fn get(self, slice: &[T]) -> Option<&T> {
        slice.nth_ref(self)
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut T> {
        slice.nth_mut(self)
    }
    fn index(self, slice: &[T]) -> &T {
        slice.at_ref(self)
    }
    fn index_mut(self, slice: &mut [T]) -> &mut T {
        slice.at_mut(self)
    }
}
unsafe impl<T> SliceIndex<[T]> for Range<usize> {
    type Output = [T];
}
impl<T> Indexes<[T]> for Range<usize> {
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}
unsafe impl SliceIndex<str> for Range<usize> {
    type Output = str;
}
impl Indexes<str> for Range<usize> {
    fn get(self, slice: &str) -> Option<&str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &str) -> &str {
        slice
    }
    fn index_mut(self, slice: &mut str) -> &mut str {
        slice
    }
}
unsafe impl<T> SliceIndex<[T]> for RangeInclusive<usize> {
    type Output = [T];
}
impl<T> Indexes<[T]> for RangeInclusive<usize> {
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}
unsafe impl SliceIndex<str> for RangeInclusive<usize> {
    type Output = str;
}
impl Indexes<str> for RangeInclusive<usize> {
    fn get(self, slice: &str) -> Option<&str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &str) -> &str {
        slice
    }
    fn index_mut(self, slice: &mut str) -> &mut str {
        slice
    }
}
unsafe impl<T> SliceIndex<[T]> for RangeFrom<usize> {
    type Output = [T];
}
impl<T> Indexes<[T]> for RangeFrom<usize> {
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}
unsafe impl SliceIndex<str> for RangeFrom<usize> {
    type Output = str;
}
impl Indexes<str> for RangeFrom<usize> {
    fn get(self, slice: &str) -> Option<&str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &str) -> &str {
        slice
    }
    fn index_mut(self, slice: &mut str) -> &mut str {
        slice
    }
}
unsafe impl<T> SliceIndex<[T]> for RangeTo<usize> {
    type Output = [T];
}
impl<T> Indexes<[T]> for RangeTo<usize> {
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}
unsafe impl SliceIndex<str> for RangeTo<usize> {
    type Output = str;
}
impl Indexes<str> for RangeTo<usize> {
    fn get(self, slice: &str) -> Option<&str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &str) -> &str {
        slice
    }
    fn index_mut(self, slice: &mut str) -> &mut str {
        slice
    }
}
unsafe impl<T> SliceIndex<[T]> for RangeToInclusive<usize> {
    type Output = [T];
}
impl<T> Indexes<[T]> for RangeToInclusive<usize> {
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}
unsafe impl SliceIndex<str> for RangeToInclusive<usize> {
    type Output = str;
}
impl Indexes<str> for RangeToInclusive<usize> {
    fn get(self, slice: &str) -> Option<&str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &str) -> &str {
        slice
    }
    fn index_mut(self, slice: &mut str) -> &mut str {
        slice
    }
}
unsafe impl<T> SliceIndex<[T]> for RangeFull {
    type Output = [T];
}
impl<T> Indexes<[T]> for RangeFull {
    fn get(self, slice: &[T]) -> Option<&[T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut [T]) -> Option<&mut [T]> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &[T]) -> &[T] {
        slice
    }
    fn index_mut(self, slice: &mut [T]) -> &mut [T] {
        slice
    }
}
unsafe impl SliceIndex<str> for RangeFull {
    type Output = str;
}
impl Indexes<str> for RangeFull {
    fn get(self, slice: &str) -> Option<&str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn get_mut(self, slice: &mut str) -> Option<&mut str> {
        if unknown!() { Some(slice) } else { None }
    }
    fn index(self, slice: &str) -> &str {
        slice
    }
    fn index_mut(self, slice: &mut str) -> &mut str {
        slice
    }
}
impl<T, I: SliceIndex<[T]>> crate::ops::Index<I> for [T] {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self)
    }
}
impl<T, I: SliceIndex<[T]>> crate::ops::IndexMut<I> for [T] {
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self)
    }
}
impl<T, I: SliceIndex<[T]>, const N: usize> crate::ops::Index<I> for [T; N] {
    type Output = I::Output;
    fn index(&self, index: I) -> &I::Output {
        index.index(self as &[T])
    }
}
impl<T, I: SliceIndex<[T]>, const N: usize> crate::ops::IndexMut<I> for [T; N] {
    fn index_mut(&mut self, index: I) -> &mut I::Output {
        index.index_mut(self as &mut [T])
    }
}
impl<T: Clone, const N: usize> Clone for [T; N] {
    fn clone(&self) -> [T; N] {
        self.iter().cloned().collect::<Vec<T>>() as [T; N]
    }
}
impl<T: Copy, const N: usize> Copy for [T; N] {}
impl<'a, T> IntoIterator for &'a [T] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut [T] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        (self as &'a [T]).iter()
    }
}
impl<'a, T, const N: usize> IntoIterator for &'a mut [T; N] {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        (self as &'a mut [T]).iter_mut()
    }
}
impl<T, const N: usize> IntoIterator for [T; N] {
    type Item = T;
    type IntoIter = crate::array::IntoIter<T, N>;
    fn into_iter(self) -> crate::array::IntoIter<T, N> {
        crate::array::IntoIter { items: self as Vec<T> }
    }
}
impl<T> IntoIterator for Box<[T]> {
    type Item = T;
    type IntoIter = crate::vec::IntoIter<T>;
    fn into_iter(self) -> crate::vec::IntoIter<T> {
        self.into_vec().into_iter()
    }
}
// Each element of `items` once, in order, borrowed in place; `back` were taken from behind.
pub struct Iter<'a, T> {
    items: &'a [T],
    front: usize,
    back: usize,
}
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        if self.back > 0 && self.front + self.back >= self.items.len() {
            return None;
        }
        let item = self.items.nth_ref(self.front)?;
        self.front += 1;
        Some(item)
    }
}
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        if self.front + self.back == 0 {
            self.back += 1;
            return self.items.last();
        }
        if self.front + self.back >= self.items.len() {
            return None;
        }
        self.back += 1;
        self.items.nth_ref(self.items.len() - self.back)
    }
}
impl<T> ExactSizeIterator for Iter<'_, T> {}
// Each element of `items` once, in order, borrowed in place; `back` were taken from behind.
pub struct IterMut<'a, T> {
    items: &'a mut [T],
    front: usize,
    back: usize,
}
impl<'a, T> Iterator for IterMut<'a, T> {
    type Item = &'a mut T;
    fn next(&mut self) -> Option<&'a mut T> {
        if self.back > 0 && self.front + self.back >= self.items.len() {
            return None;
        }
        let item = self.items.nth_mut(self.front)?;
        self.front += 1;
        Some(item)
    }
}
impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut T> {
        if self.front + self.back == 0 {
            self.back += 1;
            return self.items.last_mut();
        }
        if self.front + self.back >= self.items.len() {
            return None;
        }
        self.back += 1;
        self.items.nth_mut(self.items.len() - self.back)
    }
}
impl<T> ExactSizeIterator for IterMut<'_, T> {}
impl<T> Clone for Iter<'_, T> {
    fn clone(&self) -> Self {
        Iter { items: self.items, front: self.front, back: self.back }
    }
}
// Precision: each part is taken to be the whole.
pub struct Windows<'a, T> {
    items: &'a [T],
}
impl<'a, T> Iterator for Windows<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if unknown!() { Some(self.items) } else { None }
    }
}
// Precision: each part is taken to be the whole.
pub struct Chunks<'a, T> {
    items: &'a [T],
}
impl<'a, T> Iterator for Chunks<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if unknown!() { Some(self.items) } else { None }
    }
}
// Precision: each part is taken to be the whole.
pub struct ChunksExact<'a, T> {
    items: &'a [T],
}
impl<'a, T> Iterator for ChunksExact<'a, T> {
    type Item = &'a [T];
    fn next(&mut self) -> Option<&'a [T]> {
        if unknown!() { Some(self.items) } else { None }
    }
}
// Precision: each part is taken to be the whole.
pub struct ChunksMut<'a, T> {
    items: &'a mut [T],
}
impl<'a, T> Iterator for ChunksMut<'a, T> {
    type Item = &'a mut [T];
    fn next(&mut self) -> Option<&'a mut [T]> {
        if unknown!() { Some(self.items) } else { None }
    }
}
pub const fn from_ref<T>(s: &T) -> &[T] {
    primitive!()
}
