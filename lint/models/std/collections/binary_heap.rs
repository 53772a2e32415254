//! `BinaryHeap`
use crate::iter::FromIterator;

pub struct BinaryHeap<T> {
    each: T,
}
impl<T: Ord> BinaryHeap<T> {
    pub const fn new() -> BinaryHeap<T> {
        primitive!()
    }
    pub fn with_capacity(capacity: usize) -> BinaryHeap<T> {
        primitive!()
    }
    #[gets(self)]
    pub fn pop(&mut self) -> Option<T> {
        primitive!()
    }
    #[puts(item)]
    pub fn push(&mut self, item: T) {
        primitive!()
    }
    pub fn into_sorted_vec(self) -> Vec<T> {
        self.into_vec()
    }
}
impl<T> BinaryHeap<T> {
    #[gets(self)]
    pub(crate) fn shift(&mut self) -> Option<T> {
        primitive!()
    }
    #[gets(self)]
    pub fn peek(&self) -> Option<&T> {
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
    #[gets(self)]
    pub(crate) fn nth_ref(&self, index: usize) -> Option<&T> {
        primitive!()
    }
    #[clears(self)]
    pub fn clear(&mut self) {
        primitive!()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { items: self, front: 0, back: 0 }
    }
    pub fn into_vec(self) -> Vec<T> {
        self.into_iter().collect()
    }
    pub fn drain(&mut self) -> Drain<'_, T> {
        Drain { items: crate::mem::take(self), from: self }
    }
}
impl<T: Clone> Clone for BinaryHeap<T> {
    fn clone(&self) -> BinaryHeap<T> {
        unknown!()
    }
}
impl<T: Ord> Default for BinaryHeap<T> {
    fn default() -> BinaryHeap<T> {
        BinaryHeap::new()
    }
}
impl<T: Ord> FromIterator<T> for BinaryHeap<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BinaryHeap<T> {
        let mut all = BinaryHeap::new();
        for x in iter {
            all.push(x);
        }
        all
    }
}
impl<T: Ord> Extend<T> for BinaryHeap<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.push(x);
        }
    }
}
impl<T> IntoIterator for BinaryHeap<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { items: self }
    }
}
impl<'a, T> IntoIterator for &'a BinaryHeap<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
pub struct Iter<'a, T> {
    items: &'a BinaryHeap<T>,
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
pub struct IntoIter<T> {
    items: BinaryHeap<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
pub struct Drain<'a, T> {
    items: BinaryHeap<T>,
    from: &'a mut BinaryHeap<T>,
}
impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
