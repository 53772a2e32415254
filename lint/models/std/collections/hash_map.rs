//! `HashMap`.
use crate::borrow::Borrow;
use crate::hash::{BuildHasher, Hash, RandomState};
use crate::iter::FromIterator;
use crate::ops::Index;

pub struct HashMap<K, V, S = RandomState> {
    each: V,
    key: K,
    hasher: S,
}
impl<K, V> HashMap<K, V, RandomState> {
    pub fn new() -> HashMap<K, V, RandomState> {
        primitive!()
    }
    pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState> {
        primitive!()
    }
}
// The primitives.
impl<K, V, S> HashMap<K, V, S> {
    #[gets(self)]
    pub(crate) fn last_mut(&mut self) -> &mut V {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn shift(&mut self) -> Option<(K, V)> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn pop(&mut self) -> Option<(K, V)> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_ref(&self, index: usize) -> Option<(&K, &V)> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_mut(&mut self, index: usize) -> Option<(&K, &mut V)> {
        primitive!()
    }
    #[gets(self)]
    pub(crate) fn nth_out(&mut self, index: usize) -> Option<(K, V)> {
        primitive!()
    }
    #[puts(value)]
    pub(crate) fn put(&mut self, key: K, value: V) -> Option<V> {
        primitive!()
    }
}
impl<K, V, S> HashMap<K, V, S> {
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
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { values: self, front: 0 }
    }
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut { values: self, front: 0 }
    }
    pub fn keys(&self) -> Keys<'_, K, V> {
        Keys { inner: self.iter() }
    }
    pub fn values(&self) -> Values<'_, K, V> {
        Values { inner: self.iter() }
    }
    pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut { inner: self.iter_mut() }
    }
    pub fn into_values(self) -> IntoValues<K, V> {
        IntoValues { inner: self.into_iter() }
    }
    pub fn into_keys(self) -> IntoKeys<K, V> {
        IntoKeys { inner: self.into_iter() }
    }
    pub fn drain(&mut self) -> Drain<'_, K, V> {
        Drain { map: crate::mem::take(self), from: self }
    }
    pub fn extract_if<F>(&mut self, pred: F) -> ExtractIf<'_, K, V, F>
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        ExtractIf { map: self, pred }
    }
    pub fn retain<F>(&mut self, f: F)
    where
        F: FnMut(&K, &mut V) -> bool,
    {
        let mut at = 0;
        while let Some((k, v)) = self.nth_mut(at) {
            if f(k, v) {
                at += 1;
            } else {
                drop(self.nth_out(at));
            }
        }
    }
}
impl<K, V, S> HashMap<K, V, S>
where
    K: Eq + Hash,
    S: BuildHasher,
{
    pub fn reserve(&mut self, additional: usize) {
        primitive!()
    }
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        if self.contains_key(&key) {
            Entry::Occupied(OccupiedEntry { map: self, key })
        } else {
            Entry::Vacant(VacantEntry { map: self, key })
        }
    }
    #[puts(value)]
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        primitive!()
    }
    #[gets(self)]
    pub fn get<Q>(&self, k: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        primitive!()
    }
    #[gets(self)]
    pub fn get_mut<Q>(&mut self, k: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        primitive!()
    }
    #[gets(self)]
    pub fn get_key_value<Q>(&self, k: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        primitive!()
    }
    pub fn contains_key<Q>(&self, k: &Q) -> bool
    where
        K: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        self.get(k).is_some()
    }
    #[gets(self)]
    pub fn remove<Q>(&mut self, k: &Q) -> Option<V>
    where
        K: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        primitive!()
    }
    #[gets(self)]
    pub fn remove_entry<Q>(&mut self, k: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
        Q: ?Sized + Hash + Eq,
    {
        primitive!()
    }
}
pub enum Entry<'a, K, V> {
    Occupied(OccupiedEntry<'a, K, V>),
    Vacant(VacantEntry<'a, K, V>),
}
impl<'a, K, V> Entry<'a, K, V> {
    pub fn or_insert(self, default: V) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(default),
        }
    }
    pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => entry.insert(default()),
        }
    }
    pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V {
        match self {
            Entry::Occupied(entry) => entry.into_mut(),
            Entry::Vacant(entry) => {
                let value = default(entry.key());
                entry.insert(value)
            }
        }
    }
    pub fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
    pub fn key(&self) -> &K {
        match self {
            Entry::Occupied(entry) => entry.key(),
            Entry::Vacant(entry) => entry.key(),
        }
    }
    pub fn and_modify<F>(self, f: F) -> Self
    where
        F: FnOnce(&mut V),
    {
        match self {
            Entry::Occupied(mut entry) => {
                f(entry.get_mut());
                Entry::Occupied(entry)
            }
            Entry::Vacant(entry) => Entry::Vacant(entry),
        }
    }
}
pub struct OccupiedEntry<'a, K, V> {
    map: &'a mut HashMap<K, V>,
    key: K,
}
impl<'a, K, V> OccupiedEntry<'a, K, V> {
    pub fn key(&self) -> &K {
        &self.key
    }
    pub fn get(&self) -> &V {
        self.map.get_mut(&self.key).unwrap()
    }
    pub fn get_mut(&mut self) -> &mut V {
        self.map.get_mut(&self.key).unwrap()
    }
    pub fn into_mut(self) -> &'a mut V {
        self.map.get_mut(&self.key).unwrap()
    }
    pub fn insert(&mut self, value: V) -> V {
        crate::mem::replace(self.map.get_mut(&self.key).unwrap(), value)
    }
    pub fn remove(self) -> V {
        self.map.remove(&self.key).unwrap()
    }
    pub fn remove_entry(self) -> (K, V) {
        self.map.remove_entry(&self.key).unwrap()
    }
}
pub struct VacantEntry<'a, K, V> {
    map: &'a mut HashMap<K, V>,
    key: K,
}
impl<'a, K, V> VacantEntry<'a, K, V> {
    pub fn key(&self) -> &K {
        &self.key
    }
    pub fn into_key(self) -> K {
        self.key
    }
    pub fn insert(self, value: V) -> &'a mut V {
        self.map.put(self.key, value);
        self.map.last_mut()
    }
}
impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {
    fn clone(&self) -> HashMap<K, V, S> {
        let mut all = HashMap::default();
        for (k, v) in self.iter() {
            all.put(k.clone(), v.clone());
        }
        all
    }
}
impl<K, V, S: Default> Default for HashMap<K, V, S> {
    fn default() -> HashMap<K, V, S> {
        HashMap::new()
    }
}
impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(iter: I) -> HashMap<K, V, S> {
        let mut all = HashMap::default();
        for (k, v) in iter {
            all.put(k, v);
        }
        all
    }
}
impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, iter: I) {
        for (k, v) in iter {
            self.put(k, v);
        }
    }
}
impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V> {
    fn from(arr: [(K, V); N]) -> HashMap<K, V> {
        arr.into_iter().collect()
    }
}
impl<K, Q: ?Sized, V, S> Index<&Q> for HashMap<K, V, S>
where
    K: Eq + Hash + Borrow<Q>,
    Q: Eq + Hash,
    S: BuildHasher,
{
    type Output = V;
    fn index(&self, key: &Q) -> &V {
        self.get(key).unwrap()
    }
}
impl<K, V, S> IntoIterator for HashMap<K, V, S> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;
    fn into_iter(self) -> IntoIter<K, V> {
        IntoIter { map: self }
    }
}
impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;
    fn into_iter(self) -> Iter<'a, K, V> {
        Iter { values: self, front: 0 }
    }
}
impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;
    fn into_iter(self) -> IterMut<'a, K, V> {
        IterMut { values: self, front: 0 }
    }
}
pub struct Values<'a, K, V> {
    inner: Iter<'a, K, V>,
}
impl<'a, K, V> Iterator for Values<'a, K, V> {
    type Item = &'a V;
    fn next(&mut self) -> Option<&'a V> {
        match self.inner.next() {
            Some((_, v)) => Some(v),
            None => None,
        }
    }
}
pub struct ValuesMut<'a, K, V> {
    inner: IterMut<'a, K, V>,
}
impl<'a, K, V> Iterator for ValuesMut<'a, K, V> {
    type Item = &'a mut V;
    fn next(&mut self) -> Option<&'a mut V> {
        match self.inner.next() {
            Some((_, v)) => Some(v),
            None => None,
        }
    }
}
pub struct Iter<'a, K, V> {
    values: &'a HashMap<K, V>,
    front: usize,
}
impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);
    fn next(&mut self) -> Option<(&'a K, &'a V)> {
        let item = self.values.nth_ref(self.front)?;
        self.front += 1;
        Some(item)
    }
}
pub struct IterMut<'a, K, V> {
    values: &'a mut HashMap<K, V>,
    front: usize,
}
impl<'a, K, V> Iterator for IterMut<'a, K, V> {
    type Item = (&'a K, &'a mut V);
    fn next(&mut self) -> Option<(&'a K, &'a mut V)> {
        let item = self.values.nth_mut(self.front)?;
        self.front += 1;
        Some(item)
    }
}
pub struct Keys<'a, K, V> {
    inner: Iter<'a, K, V>,
}
impl<'a, K, V> Iterator for Keys<'a, K, V> {
    type Item = &'a K;
    fn next(&mut self) -> Option<&'a K> {
        match self.inner.next() {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
}
pub struct IntoIter<K, V> {
    map: HashMap<K, V>,
}
impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        self.map.shift()
    }
}
pub struct IntoValues<K, V> {
    inner: IntoIter<K, V>,
}
impl<K, V> Iterator for IntoValues<K, V> {
    type Item = V;
    fn next(&mut self) -> Option<V> {
        match self.inner.next() {
            Some((_, v)) => Some(v),
            None => None,
        }
    }
}
pub struct IntoKeys<K, V> {
    inner: IntoIter<K, V>,
}
impl<K, V> Iterator for IntoKeys<K, V> {
    type Item = K;
    fn next(&mut self) -> Option<K> {
        match self.inner.next() {
            Some((k, _)) => Some(k),
            None => None,
        }
    }
}
pub struct ExtractIf<'a, K, V, F> {
    map: &'a mut HashMap<K, V>,
    pred: F,
}
impl<K, V, F> Iterator for ExtractIf<'_, K, V, F>
where
    F: FnMut(&K, &mut V) -> bool,
{
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        let mut kept = HashMap::new();
        let mut found = None;
        while let Some((k, mut v)) = self.map.shift() {
            if found.is_none() && (self.pred)(&k, &mut v) {
                found = Some((k, v));
            } else {
                kept.put(k, v);
            }
        }
        *self.map = kept;
        found
    }
}
pub struct Drain<'a, K, V> {
    map: HashMap<K, V>,
    from: &'a mut HashMap<K, V>,
}
impl<K, V> Iterator for Drain<'_, K, V> {
    type Item = (K, V);
    fn next(&mut self) -> Option<(K, V)> {
        self.map.shift()
    }
}
