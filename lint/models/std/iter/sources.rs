//! Iterators out of nothing, a value or a function.

pub struct Empty<T> {
    item: Option<T>,
}
impl<T> Iterator for Empty<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        None
    }
}
pub const fn empty<T>() -> Empty<T> {
    Empty { item: None }
}
pub struct Once<T> {
    item: Option<T>,
}
impl<T> Iterator for Once<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.item.take()
    }
}
pub fn once<T>(value: T) -> Once<T> {
    Once { item: Some(value) }
}
pub struct OnceWith<F> {
    make: Option<F>,
}
impl<A, F: FnOnce() -> A> Iterator for OnceWith<F> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        let make = self.make.take()?;
        Some(make())
    }
}
pub fn once_with<A, F: FnOnce() -> A>(make: F) -> OnceWith<F> {
    OnceWith { make: Some(make) }
}
pub struct Repeat<A> {
    item: A,
}
impl<A: Clone> Iterator for Repeat<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        Some(self.item.clone())
    }
}
pub fn repeat<T: Clone>(elt: T) -> Repeat<T> {
    Repeat { item: elt }
}
pub struct RepeatN<A> {
    item: Option<A>,
    left: usize,
}
impl<A: Clone> Iterator for RepeatN<A> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        if self.left == 0 { self.item.take() } else { self.item.clone() }
    }
}
pub fn repeat_n<T: Clone>(element: T, count: usize) -> RepeatN<T> {
    RepeatN { item: if count == 0 { None } else { Some(element) }, left: count }
}
pub struct RepeatWith<F> {
    f: F,
}
impl<A, F: FnMut() -> A> Iterator for RepeatWith<F> {
    type Item = A;
    fn next(&mut self) -> Option<A> {
        Some((self.f)())
    }
}
pub fn repeat_with<A, F: FnMut() -> A>(repeater: F) -> RepeatWith<F> {
    RepeatWith { f: repeater }
}
pub struct FromFn<F> {
    f: F,
}
impl<T, F: FnMut() -> Option<T>> Iterator for FromFn<F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        (self.f)()
    }
}
pub fn from_fn<T, F>(f: F) -> FromFn<F>
where
    F: FnMut() -> Option<T>,
{
    FromFn { f }
}
pub struct Successors<T, F> {
    item: Option<T>,
    succ: F,
}
impl<T, F: FnMut(&T) -> Option<T>> Iterator for Successors<T, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let item = self.item.take()?;
        self.item = (self.succ)(&item);
        Some(item)
    }
}
pub fn successors<T, F>(first: Option<T>, succ: F) -> Successors<T, F>
where
    F: FnMut(&T) -> Option<T>,
{
    Successors { item: first, succ }
}
