//! `HashSet`
use crate::borrow::Borrow;
use crate::hash::{BuildHasher, Hash, RandomState};
use crate::iter::FromIterator;

pub struct HashSet<T, S = RandomState> {
    each: T,
    hasher: S,
}
impl<T> HashSet<T, RandomState> {
    pub fn new() -> HashSet<T, RandomState> {
        primitive!()
    }
    pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState> {
        primitive!()
    }
}
impl<T, S> HashSet<T, S> {
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
    pub fn len(&self) -> usize {
        primitive!()
    }
    #[polls(self)]
    pub fn is_empty(&self) -> bool {
        primitive!()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { items: self, front: 0 }
    }
    pub fn drain(&mut self) -> Drain<'_, T> {
        Drain { items: crate::mem::take(self), from: self }
    }
}
impl<T, S> HashSet<T, S>
where
    T: Eq + Hash,
    S: BuildHasher,
{
    pub fn insert(&mut self, value: T) -> bool {
        self.put(value);
        unknown!()
    }
    pub fn contains<Q>(&self, value: &Q) -> bool
    where
        T: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        self.get(value).is_some()
    }
    #[gets(self)]
    pub fn get<Q>(&self, value: &Q) -> Option<&T>
    where
        T: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        primitive!()
    }
    #[gets(self)]
    pub fn take<Q>(&mut self, value: &Q) -> Option<T>
    where
        T: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        primitive!()
    }
    pub fn remove<Q>(&mut self, value: &Q) -> bool
    where
        T: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        self.take(value).is_some()
    }
    pub fn retain<F>(&mut self, f: F)
    where
        F: FnMut(&T) -> bool,
    {
        let mut kept = HashSet::default();
        while let Some(x) = self.shift() {
            if f(&x) {
                kept.put(x);
            }
        }
        *self = kept;
    }
}
impl<T: Clone, S: Clone> Clone for HashSet<T, S> {
    fn clone(&self) -> HashSet<T, S> {
        let mut all = HashSet::default();
        for x in self.iter() {
            all.put(x.clone());
        }
        all
    }
}
impl<T, S: Default> Default for HashSet<T, S> {
    fn default() -> HashSet<T, S> {
        HashSet::new()
    }
}
impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> HashSet<T, S> {
        let mut all = HashSet::default();
        for x in iter {
            all.put(x);
        }
        all
    }
}
impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.put(x);
        }
    }
}
impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T> {
    fn from(arr: [T; N]) -> HashSet<T> {
        arr.into_iter().collect()
    }
}
impl<T, S> IntoIterator for HashSet<T, S> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { items: self, front: 0 }
    }
}
impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        Iter { items: self, front: 0 }
    }
}
pub struct Iter<'a, T> {
    items: &'a HashSet<T>,
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
    items: HashSet<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
pub struct Drain<'a, T> {
    items: HashSet<T>,
    from: &'a mut HashSet<T>,
}
impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
