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
    pub(crate) fn lookup(&self) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn take_some(&mut self) -> Option<T> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn take_first(&mut self) -> Option<T> {
        primitive!()
    }
    #[clears(self)]
    pub fn clear(&mut self) {
        primitive!()
    }
    pub const fn len(&self) -> usize {
        primitive!()
    }
    pub const fn is_empty(&self) -> bool {
        primitive!()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { items: self }
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
        !self.is_empty() && unknown!()
    }
    pub fn get<Q>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q> + Ord,
        Q: ?Sized + Ord,
    {
        self.lookup()
    }
    pub fn take<Q>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q> + Ord,
        Q: ?Sized + Ord,
    {
        self.take_some()
    }
    pub fn remove<Q>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q> + Ord,
        Q: ?Sized + Ord,
    {
        self.take_some().is_some()
    }
    pub fn retain<F>(&mut self, f: F)
    where
        F: FnMut(&T) -> bool,
    {
        let mut kept = BTreeSet::default();
        while let Some(x) = self.take_first() {
            if f(&x) {
                kept.put(x);
            }
        }
        *self = kept;
    }
    pub fn pop_first(&mut self) -> Option<T> {
        self.take_first()
    }
    pub fn pop_last(&mut self) -> Option<T> {
        self.take_first()
    }
    pub fn first(&self) -> Option<&T> {
        self.lookup()
    }
    pub fn last(&self) -> Option<&T> {
        self.lookup()
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
        IntoIter { items: self }
    }
}
impl<'a, T> IntoIterator for &'a BTreeSet<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        Iter { items: self }
    }
}
pub struct Iter<'a, T> {
    items: &'a BTreeSet<T>,
}
impl<'a, T> Iterator for Iter<'a, T> {
    type Item = &'a T;
    #[gets(self.items)]
    fn next(&mut self) -> Option<&'a T> {
        primitive!()
    }
}
pub struct IntoIter<T> {
    items: BTreeSet<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.take_first()
    }
}
