//! `BTreeSet`
use crate::borrow::Borrow;
use crate::iter::FromIterator;

pub struct BTreeSet<T> {
    each: T,
}
impl<T> BTreeSet<T> {
    pub const fn new() -> BTreeSet<T> {
        primitive!()
    }
}
impl<T> BTreeSet<T> {
    #[puts(value)]
    pub(crate) fn put(&mut self, value: T) {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn shift(&mut self) -> Option<T> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn pop(&mut self) -> Option<T> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_ref(&self, index: usize) -> Option<&T> {
        primitive!()
    }
    #[clears(self)]
    pub fn clear(&mut self) {
        primitive!()
    }
    #[polls(self)]
    pub const fn len(&self) -> usize {
        primitive!()
    }
    #[polls(self)]
    pub const fn is_empty(&self) -> bool {
        primitive!()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { items: self, front: 0 }
    }
}
impl<T> BTreeSet<T>
where
    T: Ord,
{
    pub fn insert(&mut self, value: T) -> bool {
        self.put(value);
        unknown!()
    }
    pub fn contains<Q>(&self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: ?Sized + Ord,
    {
        self.get(value).is_some()
    }
    #[gets(self)]
    pub fn get<Q>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q> + Ord,
        Q: ?Sized + Ord,
    {
        primitive!()
    }
    #[gets(self)]
    pub fn take<Q>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q> + Ord,
        Q: ?Sized + Ord,
    {
        primitive!()
    }
    pub fn remove<Q>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: ?Sized + Ord,
    {
        self.take(value).is_some()
    }
    pub fn retain<F>(&mut self, f: F)
    where
        F: FnMut(&T) -> bool,
    {
        let mut kept = BTreeSet::default();
        while let Some(x) = self.shift() {
            if f(&x) {
                kept.put(x);
            }
        }
        *self = kept;
    }
    pub fn pop_first(&mut self) -> Option<T> {
        self.shift()
    }
    pub fn pop_last(&mut self) -> Option<T> {
        self.pop()
    }
    #[gets(self)]
    pub fn first(&self) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub fn last(&self) -> Option<&T> {
        primitive!()
    }
}
impl<T: Clone> Clone for BTreeSet<T> {
    fn clone(&self) -> BTreeSet<T> {
        let mut all = BTreeSet::default();
        for x in self.iter() {
            all.put(x.clone());
        }
        all
    }
}
impl<T> Default for BTreeSet<T> {
    fn default() -> BTreeSet<T> {
        BTreeSet::new()
    }
}
impl<T: Ord> FromIterator<T> for BTreeSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BTreeSet<T> {
        let mut all = BTreeSet::default();
        for x in iter {
            all.put(x);
        }
        all
    }
}
impl<T: Ord> Extend<T> for BTreeSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.put(x);
        }
    }
}
impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {
    fn from(arr: [T; N]) -> BTreeSet<T> {
        arr.into_iter().collect()
    }
}
impl<T> IntoIterator for BTreeSet<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { items: self, front: 0 }
    }
}
impl<'a, T> IntoIterator for &'a BTreeSet<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        Iter { items: self, front: 0 }
    }
}
pub struct Iter<'a, T> {
    items: &'a BTreeSet<T>,
    front: usize,
}
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;
    fn next(&mut self) -> Option<&'a T> {
        let item = self.items.nth_ref(self.front)?;
        self.front += 1;
        Some(item)
    }
}
pub struct IntoIter<T> {
    items: BTreeSet<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
