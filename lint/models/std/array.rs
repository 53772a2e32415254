//! `std::array`
pub struct IntoIter<T, const N: usize> {
    pub(crate) items: Vec<T>,
}
impl<T, const N: usize> Iterator for IntoIter<T, N> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.items.shift()
    }
}
impl<T, const N: usize> DoubleEndedIterator for IntoIter<T, N> {
    fn next_back(&mut self) -> Option<T> {
        self.items.pop()
    }
}
impl<T, const N: usize> ExactSizeIterator for IntoIter<T, N> {}
pub fn from_fn<T, const N: usize, F>(f: F) -> [T; N]
where
    F: FnMut(usize) -> T,
{
    let mut all = Vec::new();
    while unknown!() {
        all.push(f(unknown!()));
    }
    all as [T; N]
}
