//! `std::iter`: the traits; the adapters are in `iter/adapters.rs`, the sources in `iter/sources.rs`.
use crate::cmp::Ordering;


pub(crate) mod adapters;
pub(crate) mod sources;

pub use adapters::{
    Chain, Cloned, Copied, Cycle, Enumerate, Filter, FilterMap, FlatMap, Flatten, Fuse, Inspect, Map, MapWhile, Peekable, Rev, Scan,
    Skip, SkipWhile, StepBy, Take, TakeWhile, Zip, zip,
};
pub use sources::{
    Empty, FromFn, Once, OnceWith, Repeat, RepeatN, RepeatWith, Successors, empty, from_fn, once, once_with, repeat, repeat_n,
    repeat_with, successors,
};

// Stands for `Try`, which is unstable.
trait Branches {}
impl Branches for Option<()> {}
pub trait Iterator {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;

    fn size_hint(&self) -> (usize, Option<usize>) {
        primitive!()
    }
    fn count(self) -> usize
    where
        Self: Sized,
    {
        let mut any = false;
        while let Some(_) = self.next() {
            any = true;
        }
        if any { unknown!() } else { 0 }
    }
    fn last(self) -> Option<Self::Item>
    where
        Self: Sized,
    {
        let mut last = None;
        while let Some(x) = self.next() {
            last = Some(x);
        }
        last
    }
    fn nth(&mut self, n: usize) -> Option<Self::Item> {
        let mut left = n;
        while left > 0 {
            self.next()?;
            left -= 1;
        }
        self.next()
    }
    fn step_by(self, step: usize) -> StepBy<Self>
    where
        Self: Sized,
    {
        StepBy { iter: self, step }
    }
    fn chain<U>(self, other: U) -> Chain<Self, U::IntoIter>
    where
        Self: Sized,
        U: IntoIterator<Item = Self::Item>,
    {
        Chain { a: Some(self), b: Some(other.into_iter()) }
    }
    fn zip<U>(self, other: U) -> Zip<Self, U::IntoIter>
    where
        Self: Sized,
        U: IntoIterator,
    {
        Zip { a: self, b: other.into_iter() }
    }
    fn map<B, F>(self, f: F) -> Map<Self, F>
    where
        Self: Sized,
        F: FnMut(Self::Item) -> B,
    {
        Map { iter: self, f }
    }
    fn for_each<F>(self, f: F)
    where
        Self: Sized,
        F: FnMut(Self::Item),
    {
        while let Some(x) = self.next() {
            f(x);
        }
    }
    fn filter<P>(self, predicate: P) -> Filter<Self, P>
    where
        Self: Sized,
        P: FnMut(&Self::Item) -> bool,
    {
        Filter { iter: self, predicate }
    }
    fn filter_map<B, F>(self, f: F) -> FilterMap<Self, F>
    where
        Self: Sized,
        F: FnMut(Self::Item) -> Option<B>,
    {
        FilterMap { iter: self, f }
    }
    fn enumerate(self) -> Enumerate<Self>
    where
        Self: Sized,
    {
        Enumerate { iter: self, count: 0 }
    }
    fn peekable(self) -> Peekable<Self>
    where
        Self: Sized,
    {
        Peekable { iter: self, peeked: None }
    }
    fn skip_while<P>(self, predicate: P) -> SkipWhile<Self, P>
    where
        Self: Sized,
        P: FnMut(&Self::Item) -> bool,
    {
        SkipWhile { iter: self, started: false, predicate }
    }
    fn take_while<P>(self, predicate: P) -> TakeWhile<Self, P>
    where
        Self: Sized,
        P: FnMut(&Self::Item) -> bool,
    {
        TakeWhile { iter: self, done: false, predicate }
    }
    fn map_while<B, P>(self, predicate: P) -> MapWhile<Self, P>
    where
        Self: Sized,
        P: FnMut(Self::Item) -> Option<B>,
    {
        MapWhile { iter: self, predicate }
    }
    fn skip(self, n: usize) -> Skip<Self>
    where
        Self: Sized,
    {
        Skip { iter: self, n }
    }
    fn take(self, n: usize) -> Take<Self>
    where
        Self: Sized,
    {
        Take { iter: self, n }
    }
    fn scan<St, B, F>(self, initial_state: St, f: F) -> Scan<Self, St, F>
    where
        Self: Sized,
        F: FnMut(&mut St, Self::Item) -> Option<B>,
    {
        Scan { iter: self, f, state: initial_state }
    }
    fn flat_map<U, F>(self, f: F) -> FlatMap<Self, U, F>
    where
        Self: Sized,
        U: IntoIterator,
        F: FnMut(Self::Item) -> U,
    {
        FlatMap { iter: self, f, front: None }
    }
    fn flatten(self) -> Flatten<Self>
    where
        Self: Sized,
        Self::Item: IntoIterator,
    {
        Flatten { iter: self, front: None }
    }
    fn fuse(self) -> Fuse<Self>
    where
        Self: Sized,
    {
        Fuse { iter: Some(self) }
    }
    fn inspect<F>(self, f: F) -> Inspect<Self, F>
    where
        Self: Sized,
        F: FnMut(&Self::Item),
    {
        Inspect { iter: self, f }
    }
    fn by_ref(&mut self) -> &mut Self
    where
        Self: Sized,
    {
        self
    }
    fn collect<B: FromIterator<Self::Item>>(self) -> B
    where
        Self: Sized,
    {
        B::from_iter(self)
    }
    fn partition<B, F>(self, f: F) -> (B, B)
    where
        Self: Sized,
        B: Default + Extend<Self::Item>,
        F: FnMut(&Self::Item) -> bool,
    {
        let mut left = B::default();
        let mut right = B::default();
        while let Some(x) = self.next() {
            if f(&x) {
                left.extend(Some(x));
            } else {
                right.extend(Some(x));
            }
        }
        (left, right)
    }
    fn fold<B, F>(self, init: B, f: F) -> B
    where
        Self: Sized,
        F: FnMut(B, Self::Item) -> B,
    {
        let mut accum = init;
        while let Some(x) = self.next() {
            accum = f(accum, x);
        }
        accum
    }
    fn reduce<F>(self, f: F) -> Option<Self::Item>
    where
        Self: Sized,
        F: FnMut(Self::Item, Self::Item) -> Self::Item,
    {
        let mut accum = self.next()?;
        while let Some(x) = self.next() {
            accum = f(accum, x);
        }
        Some(accum)
    }
    fn try_for_each<F, R: Branches>(&mut self, f: F) -> R
    where
        Self: Sized,
        F: FnMut(Self::Item) -> R,
    {
        while let Some(x) = self.next() {
            f(x)?;
        }
        unknown!()
    }
    fn all<F>(&mut self, f: F) -> bool
    where
        Self: Sized,
        F: FnMut(Self::Item) -> bool,
    {
        while let Some(x) = self.next() {
            if !f(x) {
                return false;
            }
        }
        true
    }
    fn any<F>(&mut self, f: F) -> bool
    where
        Self: Sized,
        F: FnMut(Self::Item) -> bool,
    {
        while let Some(x) = self.next() {
            if f(x) {
                return true;
            }
        }
        false
    }
    fn find<P>(&mut self, predicate: P) -> Option<Self::Item>
    where
        Self: Sized,
        P: FnMut(&Self::Item) -> bool,
    {
        while let Some(x) = self.next() {
            if predicate(&x) {
                return Some(x);
            }
        }
        None
    }
    fn find_map<B, F>(&mut self, f: F) -> Option<B>
    where
        Self: Sized,
        F: FnMut(Self::Item) -> Option<B>,
    {
        while let Some(x) = self.next() {
            if let Some(b) = f(x) {
                return Some(b);
            }
        }
        None
    }
    fn position<P>(&mut self, predicate: P) -> Option<usize>
    where
        Self: Sized,
        P: FnMut(Self::Item) -> bool,
    {
        let mut at = 0;
        while let Some(x) = self.next() {
            if predicate(x) {
                return Some(at);
            }
            at += 1;
        }
        None
    }
    fn max(self) -> Option<Self::Item>
    where
        Self: Sized,
        Self::Item: Ord,
    {
        self.last()
    }
    fn min(self) -> Option<Self::Item>
    where
        Self: Sized,
        Self::Item: Ord,
    {
        self.last()
    }
    fn max_by_key<B: Ord, F>(self, f: F) -> Option<Self::Item>
    where
        Self: Sized,
        F: FnMut(&Self::Item) -> B,
    {
        self.last()
    }
    fn min_by_key<B: Ord, F>(self, f: F) -> Option<Self::Item>
    where
        Self: Sized,
        F: FnMut(&Self::Item) -> B,
    {
        self.last()
    }
    fn max_by<F>(self, compare: F) -> Option<Self::Item>
    where
        Self: Sized,
        F: FnMut(&Self::Item, &Self::Item) -> Ordering,
    {
        self.last()
    }
    fn min_by<F>(self, compare: F) -> Option<Self::Item>
    where
        Self: Sized,
        F: FnMut(&Self::Item, &Self::Item) -> Ordering,
    {
        self.last()
    }
    fn rev(self) -> Rev<Self>
    where
        Self: Sized + DoubleEndedIterator,
    {
        Rev { iter: self }
    }
    fn unzip<A, B, FromA, FromB>(self) -> (FromA, FromB)
    where
        FromA: Default + Extend<A>,
        FromB: Default + Extend<B>,
        Self: Sized + Iterator<Item = (A, B)>,
    {
        let mut left = FromA::default();
        let mut right = FromB::default();
        while let Some((a, b)) = self.next() {
            left.extend(Some(a));
            right.extend(Some(b));
        }
        (left, right)
    }
    fn copied<'a, T>(self) -> Copied<Self>
    where
        T: Copy + 'a,
        Self: Sized + Iterator<Item = &'a T>,
    {
        Copied { iter: self }
    }
    fn cloned<'a, T>(self) -> Cloned<Self>
    where
        T: Clone + 'a,
        Self: Sized + Iterator<Item = &'a T>,
    {
        Cloned { iter: self }
    }
    fn cycle(self) -> Cycle<Self>
    where
        Self: Sized + Clone,
    {
        let first = self.clone().next();
        Cycle { iter: self, first }
    }
    fn sum<S>(self) -> S
    where
        Self: Sized,
        S: Sum<Self::Item>,
    {
        S::sum(self)
    }
    fn product<P>(self) -> P
    where
        Self: Sized,
        P: Product<Self::Item>,
    {
        P::product(self)
    }
    fn cmp<I>(self, other: I) -> Ordering
    where
        I: IntoIterator<Item = Self::Item>,
        Self::Item: Ord,
        Self: Sized,
    {
        unknown!()
    }
    fn eq<I>(self, other: I) -> bool
    where
        I: IntoIterator,
        Self::Item: PartialEq<I::Item>,
        Self: Sized,
    {
        unknown!()
    }
}

pub trait DoubleEndedIterator: Iterator {
    fn next_back(&mut self) -> Option<Self::Item>;
    fn rfind<P>(&mut self, predicate: P) -> Option<Self::Item>
    where
        Self: Sized,
        P: FnMut(&Self::Item) -> bool,
    {
        while let Some(x) = self.next_back() {
            if predicate(&x) {
                return Some(x);
            }
        }
        None
    }
}
pub trait ExactSizeIterator: Iterator {
    fn len(&self) -> usize {
        unknown!()
    }
}
pub trait FusedIterator: Iterator {}
pub trait IntoIterator {
    type Item;
    type IntoIter: Iterator<Item = Self::Item>;
    fn into_iter(self) -> Self::IntoIter;
}
impl<I: Iterator> IntoIterator for I {
    type Item = I::Item;
    type IntoIter = I;
    fn into_iter(self) -> I {
        self
    }
}
impl<I: Iterator + ?Sized> Iterator for &mut I {
    type Item = I::Item;
    fn next(&mut self) -> Option<I::Item> {
        (**self).next()
    }
}
pub trait FromIterator<A>: Sized {
    fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self;
}
impl FromIterator<()> for () {
    fn from_iter<I: IntoIterator<Item = ()>>(iter: I) {
        for _ in iter {}
    }
}
impl<A, B, AE, BE> FromIterator<(AE, BE)> for (A, B)
where
    A: Default + Extend<AE>,
    B: Default + Extend<BE>,
{
    fn from_iter<I: IntoIterator<Item = (AE, BE)>>(iter: I) -> (A, B) {
        iter.into_iter().unzip()
    }
}
pub trait Extend<A> {
    fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T);
}
pub trait Sum<A = Self>: Sized {
    // Of whatever is added up: of the implementations for one type the arguments would have to choose.
    fn sum<I: Iterator<Item = A>>(iter: I) -> Self {
        for _ in iter {}
        unknown!()
    }
}
pub trait Product<A = Self>: Sized {
    fn product<I: Iterator<Item = A>>(iter: I) -> Self {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for u8 {
    fn sum<I: Iterator<Item = u8>>(iter: I) -> u8 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a u8> for u8 {
    fn sum<I: Iterator<Item = &'a u8>>(iter: I) -> u8 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for u8 {
    fn product<I: Iterator<Item = u8>>(iter: I) -> u8 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for u16 {
    fn sum<I: Iterator<Item = u16>>(iter: I) -> u16 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a u16> for u16 {
    fn sum<I: Iterator<Item = &'a u16>>(iter: I) -> u16 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for u16 {
    fn product<I: Iterator<Item = u16>>(iter: I) -> u16 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for u32 {
    fn sum<I: Iterator<Item = u32>>(iter: I) -> u32 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a u32> for u32 {
    fn sum<I: Iterator<Item = &'a u32>>(iter: I) -> u32 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for u32 {
    fn product<I: Iterator<Item = u32>>(iter: I) -> u32 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for u64 {
    fn sum<I: Iterator<Item = u64>>(iter: I) -> u64 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a u64> for u64 {
    fn sum<I: Iterator<Item = &'a u64>>(iter: I) -> u64 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for u64 {
    fn product<I: Iterator<Item = u64>>(iter: I) -> u64 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for u128 {
    fn sum<I: Iterator<Item = u128>>(iter: I) -> u128 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a u128> for u128 {
    fn sum<I: Iterator<Item = &'a u128>>(iter: I) -> u128 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for u128 {
    fn product<I: Iterator<Item = u128>>(iter: I) -> u128 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for usize {
    fn sum<I: Iterator<Item = usize>>(iter: I) -> usize {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a usize> for usize {
    fn sum<I: Iterator<Item = &'a usize>>(iter: I) -> usize {
        for _ in iter {}
        unknown!()
    }
}
impl Product for usize {
    fn product<I: Iterator<Item = usize>>(iter: I) -> usize {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for i8 {
    fn sum<I: Iterator<Item = i8>>(iter: I) -> i8 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a i8> for i8 {
    fn sum<I: Iterator<Item = &'a i8>>(iter: I) -> i8 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for i8 {
    fn product<I: Iterator<Item = i8>>(iter: I) -> i8 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for i16 {
    fn sum<I: Iterator<Item = i16>>(iter: I) -> i16 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a i16> for i16 {
    fn sum<I: Iterator<Item = &'a i16>>(iter: I) -> i16 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for i16 {
    fn product<I: Iterator<Item = i16>>(iter: I) -> i16 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for i32 {
    fn sum<I: Iterator<Item = i32>>(iter: I) -> i32 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a i32> for i32 {
    fn sum<I: Iterator<Item = &'a i32>>(iter: I) -> i32 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for i32 {
    fn product<I: Iterator<Item = i32>>(iter: I) -> i32 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for i64 {
    fn sum<I: Iterator<Item = i64>>(iter: I) -> i64 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a i64> for i64 {
    fn sum<I: Iterator<Item = &'a i64>>(iter: I) -> i64 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for i64 {
    fn product<I: Iterator<Item = i64>>(iter: I) -> i64 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for i128 {
    fn sum<I: Iterator<Item = i128>>(iter: I) -> i128 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a i128> for i128 {
    fn sum<I: Iterator<Item = &'a i128>>(iter: I) -> i128 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for i128 {
    fn product<I: Iterator<Item = i128>>(iter: I) -> i128 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for isize {
    fn sum<I: Iterator<Item = isize>>(iter: I) -> isize {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a isize> for isize {
    fn sum<I: Iterator<Item = &'a isize>>(iter: I) -> isize {
        for _ in iter {}
        unknown!()
    }
}
impl Product for isize {
    fn product<I: Iterator<Item = isize>>(iter: I) -> isize {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for f32 {
    fn sum<I: Iterator<Item = f32>>(iter: I) -> f32 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a f32> for f32 {
    fn sum<I: Iterator<Item = &'a f32>>(iter: I) -> f32 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for f32 {
    fn product<I: Iterator<Item = f32>>(iter: I) -> f32 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for f64 {
    fn sum<I: Iterator<Item = f64>>(iter: I) -> f64 {
        for _ in iter {}
        unknown!()
    }
}
impl<'a> Sum<&'a f64> for f64 {
    fn sum<I: Iterator<Item = &'a f64>>(iter: I) -> f64 {
        for _ in iter {}
        unknown!()
    }
}
impl Product for f64 {
    fn product<I: Iterator<Item = f64>>(iter: I) -> f64 {
        for _ in iter {}
        unknown!()
    }
}
impl Sum for crate::time::Duration {
    fn sum<I: Iterator<Item = crate::time::Duration>>(iter: I) -> crate::time::Duration {
        for _ in iter {}
        unknown!()
    }
}
impl<T, U> Sum<Option<U>> for Option<T>
where
    T: Sum<U>,
{
    fn sum<I: Iterator<Item = Option<U>>>(iter: I) -> Option<T> {
        for x in iter {
            x?;
        }
        Some(unknown!())
    }
}
impl<T, U, E> Product<Result<U, E>> for Result<T, E>
where
    T: Product<U>,
{
    fn product<I: Iterator<Item = Result<U, E>>>(iter: I) -> Result<T, E> {
        for x in iter {
            x?;
        }
        Ok(unknown!())
    }
}
impl<T, U> Product<Option<U>> for Option<T>
where
    T: Product<U>,
{
    fn product<I: Iterator<Item = Option<U>>>(iter: I) -> Option<T> {
        for x in iter {
            x?;
        }
        Some(unknown!())
    }
}
impl<T, U, E> Sum<Result<U, E>> for Result<T, E>
where
    T: Sum<U>,
{
    fn sum<I: Iterator<Item = Result<U, E>>>(iter: I) -> Result<T, E> {
        for x in iter {
            x?;
        }
        Ok(unknown!())
    }
}
