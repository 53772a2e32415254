//! `VecDeque`
use crate::iter::FromIterator;
use crate::ops::{Bound, Index, IndexMut, RangeBounds};

// Native: a bag.
pub struct VecDeque<T> {
    each: T,
}
impl<T> VecDeque<T> {
    pub const fn new() -> VecDeque<T> {
        primitive!()
    }
    pub fn with_capacity(capacity: usize) -> VecDeque<T> {
        primitive!()
    }
    #[gets(self)]
    pub fn get(&self, index: usize) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub fn get_mut(&mut self, index: usize) -> Option<&mut T> {
        primitive!()
    }
    pub fn capacity(&self) -> usize {
        primitive!()
    }
    pub fn reserve(&mut self, additional: usize) {
        primitive!()
    }
    #[gets(self)]
    pub fn front(&self) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub fn front_mut(&mut self) -> Option<&mut T> {
        primitive!()
    }
    #[gets(self)]
    pub fn back(&self) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub fn back_mut(&mut self) -> Option<&mut T> {
        primitive!()
    }
    #[gets(self)]
    pub fn pop_front(&mut self) -> Option<T> {
        primitive!()
    }
    #[gets(self)]
    pub fn pop_back(&mut self) -> Option<T> {
        primitive!()
    }
    #[puts(value)]
    pub fn push_front(&mut self, value: T) {
        primitive!()
    }
    #[puts(value)]
    pub fn push_back(&mut self, value: T) {
        primitive!()
    }
    // Precision: it lands at one end.
    pub fn insert(&mut self, index: usize, value: T) {
        if index == 0 {
            self.push_front(value);
        } else {
            self.push_back(value);
        }
    }
    #[gets(self)]
    pub fn remove(&mut self, index: usize) -> Option<T> {
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
                self.pop_back();
            }
        }
    }
    #[polls(self)]
    pub const fn len(&self) -> usize {
        primitive!()
    }
    #[polls(self)]
    pub const fn is_empty(&self) -> bool {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_ref(&self, index: usize) -> Option<&T> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_mut(&mut self, index: usize) -> Option<&mut T> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_out(&mut self, index: usize) -> Option<T> {
        primitive!()
    }
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { items: self, front: 0, back: 0 }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, T> {
        IterMut { items: self, front: 0, back: 0 }
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
    pub fn split_off(&mut self, at: usize) -> VecDeque<T> {
        let mut tail = VecDeque::new();
        while self.len() > at {
            match self.pop_back() {
                Some(x) => tail.push_front(x),
                None => break,
            }
        }
        tail
    }
    // What stands before this place; the rest stays.
    fn split_front(&mut self, end: usize) -> VecDeque<T> {
        let tail = self.split_off(end);
        crate::mem::replace(self, tail)
    }
    pub fn append(&mut self, other: &mut VecDeque<T>) {
        while let Some(x) = other.pop_front() {
            self.push_back(x);
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
    pub fn swap(&mut self, i: usize, j: usize) {
        primitive!()
    }
    pub fn contains(&self, x: &T) -> bool
    where
        T: PartialEq<T>,
    {
        unknown!()
    }
    pub fn make_contiguous(&mut self) -> &mut [T] {
        self as &mut [T]
    }
}
impl<T> Index<usize> for VecDeque<T> {
    type Output = T;
    fn index(&self, index: usize) -> &T {
        self.get(index).unwrap()
    }
}
impl<T> IndexMut<usize> for VecDeque<T> {
    fn index_mut(&mut self, index: usize) -> &mut T {
        self.get_mut(index).unwrap()
    }
}
impl<T> From<Vec<T>> for VecDeque<T> {
    fn from(other: Vec<T>) -> VecDeque<T> {
        other.into_iter().collect()
    }
}
impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
    fn from(arr: [T; N]) -> VecDeque<T> {
        arr.into_iter().collect()
    }
}
impl<T: Clone> Clone for VecDeque<T> {
    fn clone(&self) -> VecDeque<T> {
        self.iter().cloned().collect()
    }
}
impl<T> Default for VecDeque<T> {
    fn default() -> VecDeque<T> {
        VecDeque::new()
    }
}
impl<T> FromIterator<T> for VecDeque<T> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
        let mut all = VecDeque::new();
        for x in iter {
            all.push_back(x);
        }
        all
    }
}
impl<T> Extend<T> for VecDeque<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) {
        for x in iter {
            self.push_back(x);
        }
    }
}
impl<T> IntoIterator for VecDeque<T> {
    type Item = T;
    type IntoIter = IntoIter<T>;
    fn into_iter(self) -> IntoIter<T> {
        IntoIter { items: self }
    }
}
impl<'a, T> IntoIterator for &'a VecDeque<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;
    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
    type Item = &'a mut T;
    type IntoIter = IterMut<'a, T>;
    fn into_iter(self) -> IterMut<'a, T> {
        self.iter_mut()
    }
}
pub struct IterMut<'a, T> {
    items: &'a mut VecDeque<T>,
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
pub struct Iter<'a, T> {
    items: &'a VecDeque<T>,
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
    items: VecDeque<T>,
}
impl<T> Iterator for IntoIter<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.pop_front()
    }
}
pub struct Drain<'a, T> {
    items: VecDeque<T>,
    from: &'a mut VecDeque<T>,
}
impl<T> Iterator for Drain<'_, T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.pop_front()
    }
}
impl<'a, T> DoubleEndedIterator for Iter<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        if self.front + self.back >= self.items.len() {
            return None;
        }
        self.back += 1;
        self.items.nth_ref(self.items.len() - self.back)
    }
}
impl<'a, T> DoubleEndedIterator for IterMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut T> {
        if self.front + self.back >= self.items.len() {
            return None;
        }
        self.back += 1;
        self.items.nth_mut(self.items.len() - self.back)
    }
}
impl<T> DoubleEndedIterator for IntoIter<T> {
    fn next_back(&mut self) -> Option<T> {
        self.items.pop_back()
    }
}
impl<T> DoubleEndedIterator for Drain<'_, T> {
    fn next_back(&mut self) -> Option<T> {
        self.items.pop_back()
    }
}
