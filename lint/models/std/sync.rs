//! `std::sync`
use crate::ops::{Deref, DerefMut};
use crate::time::Duration;

pub mod atomic;
pub mod mpsc;

// `Arc` and `Weak` are native by their paths: `new` makes a shared cell, `clone` one more handle of it.
pub struct Arc<T: ?Sized> {
    cell: T,
}
impl<T> Arc<T> {
    pub fn new(data: T) -> Arc<T> {
        Arc { cell: data }
    }
    pub fn pin(data: T) -> crate::pin::Pin<Arc<T>> {
        crate::pin::Pin { pointer: Arc::new(data) }
    }
    pub fn new_cyclic<F>(data_fn: F) -> Arc<T>
    where
        F: FnOnce(&Weak<T>) -> T,
    {
        let weak = Weak::new();
        Arc::new(data_fn(&weak))
    }
    pub fn try_unwrap(this: Arc<T>) -> Result<T, Arc<T>> {
        primitive!()
    }
    pub fn into_inner(this: Arc<T>) -> Option<T> {
        primitive!()
    }
    pub fn into_raw(this: Arc<T>) -> *const T {
        primitive!()
    }
    pub unsafe fn from_raw(ptr: *const T) -> Arc<T> {
        primitive!()
    }
}
impl<T: ?Sized> Arc<T> {
    pub const fn as_ptr(this: &Arc<T>) -> *const T {
        primitive!()
    }
    pub fn downgrade(this: &Arc<T>) -> Weak<T> {
        primitive!()
    }
    pub fn weak_count(this: &Arc<T>) -> usize {
        primitive!()
    }
    pub fn strong_count(this: &Arc<T>) -> usize {
        primitive!()
    }
    pub fn ptr_eq(this: &Arc<T>, other: &Arc<T>) -> bool {
        unknown!()
    }
    pub fn get_mut(this: &mut Arc<T>) -> Option<&mut T> {
        if unknown!() { Some(&mut this.cell) } else { None }
    }
}
impl<T: Clone> Arc<T> {
    pub fn make_mut(this: &mut Arc<T>) -> &mut T {
        &mut this.cell
    }
    pub fn unwrap_or_clone(this: Arc<T>) -> T {
        this.cell.clone()
    }
}
impl<T: ?Sized> Deref for Arc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.cell
    }
}
impl<T: ?Sized> Clone for Arc<T> {
    fn clone(&self) -> Arc<T> {
        primitive!()
    }
}
impl<T: Default> Default for Arc<T> {
    fn default() -> Arc<T> {
        Arc::new(T::default())
    }
}
impl<T: ?Sized + PartialEq> PartialEq for Arc<T> {
    fn eq(&self, other: &Arc<T>) -> bool {
        unknown!()
    }
}
impl<T: ?Sized> AsRef<T> for Arc<T> {
    fn as_ref(&self) -> &T {
        &self.cell
    }
}
impl<T> From<T> for Arc<T> {
    fn from(t: T) -> Arc<T> {
        Arc::new(t)
    }
}
impl From<&str> for Arc<str> {
    fn from(v: &str) -> Arc<str> {
        primitive!()
    }
}
impl From<String> for Arc<str> {
    fn from(v: String) -> Arc<str> {
        primitive!()
    }
}
impl<T: ?Sized> From<Box<T>> for Arc<T> {
    fn from(v: Box<T>) -> Arc<T> {
        Arc { cell: *v }
    }
}
impl<T> From<Vec<T>> for Arc<[T]> {
    fn from(v: Vec<T>) -> Arc<[T]> {
        Arc { cell: v as [T] }
    }
}
impl<T> crate::iter::FromIterator<T> for Arc<[T]> {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Arc<[T]> {
        Arc::from(Vec::from_iter(iter))
    }
}
pub struct Weak<T: ?Sized> {
    cell: T,
}
impl<T> Weak<T> {
    pub const fn new() -> Weak<T> {
        primitive!()
    }
}
impl<T: ?Sized> Weak<T> {
    pub fn upgrade(&self) -> Option<Arc<T>> {
        primitive!()
    }
    pub fn strong_count(&self) -> usize {
        primitive!()
    }
    pub fn weak_count(&self) -> usize {
        primitive!()
    }
    pub fn ptr_eq(&self, other: &Weak<T>) -> bool {
        unknown!()
    }
}
impl<T: ?Sized> Clone for Weak<T> {
    fn clone(&self) -> Weak<T> {
        primitive!()
    }
}
impl<T> Default for Weak<T> {
    fn default() -> Weak<T> {
        Weak::new()
    }
}

pub type LockResult<T> = Result<T, PoisonError<T>>;
pub type TryLockResult<Guard> = Result<Guard, TryLockError<Guard>>;
pub struct PoisonError<T> {
    data: T,
}
impl<T> crate::fmt::Display for PoisonError<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
impl<T> crate::error::Error for PoisonError<T> {}
impl<T> PoisonError<T> {
    pub fn new(data: T) -> PoisonError<T> {
        PoisonError { data }
    }
    pub fn into_inner(self) -> T {
        self.data
    }
    pub fn get_ref(&self) -> &T {
        &self.data
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}
impl<T> crate::fmt::Debug for PoisonError<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
pub enum TryLockError<T> {
    Poisoned(PoisonError<T>),
    WouldBlock,
}
impl<T> crate::fmt::Display for TryLockError<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}
impl<T> crate::error::Error for TryLockError<T> {}
impl<T> crate::fmt::Debug for TryLockError<T> {
    fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
        Ok(())
    }
}

// A poisoned lock is an accident (a panic elsewhere): `lock` is `Ok`.
#[must_abort(on_drop = "eof", role = "lock")]
pub struct Mutex<T: ?Sized> {
    data: T,
}
impl<T> Mutex<T> {
    pub const fn new(t: T) -> Mutex<T> {
        Mutex { data: t }
    }
    pub fn into_inner(self) -> LockResult<T> {
        Ok(self.data)
    }
}
impl<T: ?Sized> Mutex<T> {
    #[parks(self)]
    fn acquire(&self) {
        primitive!()
    }
    #[sets(self)]
    fn release(&self) {
        primitive!()
    }
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        self.acquire();
        Ok(MutexGuard { lock: self })
    }
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        if unknown!() { Ok(MutexGuard { lock: self }) } else { Err(TryLockError::WouldBlock) }
    }
    pub fn is_poisoned(&self) -> bool {
        false
    }
    pub fn clear_poison(&self) {}
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        Ok(&mut self.data)
    }
}
impl<T: Default> Default for Mutex<T> {
    fn default() -> Mutex<T> {
        Mutex { data: T::default() }
    }
}
impl<T> From<T> for Mutex<T> {
    fn from(t: T) -> Mutex<T> {
        Mutex { data: t }
    }
}
// Its drop unlocks.
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    lock: &'a Mutex<T>,
}
impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.lock.data
    }
}

#[must_abort(on_drop = "eof", role = "lock")]
pub struct RwLock<T: ?Sized> {
    data: T,
}
impl<T> RwLock<T> {
    pub const fn new(t: T) -> RwLock<T> {
        RwLock { data: t }
    }
    pub fn into_inner(self) -> LockResult<T> {
        Ok(self.data)
    }
}
impl<T: ?Sized> RwLock<T> {
    #[parks(self)]
    fn acquire(&self) {
        primitive!()
    }
    // Readers shut out who writes.
    #[parks(self)]
    #[borrows(self)]
    fn acquire_shared(&self) {
        primitive!()
    }
    #[sets(self)]
    fn release(&self) {
        primitive!()
    }
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        self.acquire_shared();
        Ok(RwLockReadGuard { lock: self })
    }
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        if unknown!() { Ok(RwLockReadGuard { lock: self }) } else { Err(TryLockError::WouldBlock) }
    }
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        self.acquire();
        Ok(RwLockWriteGuard { lock: self })
    }
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        if unknown!() { Ok(RwLockWriteGuard { lock: self }) } else { Err(TryLockError::WouldBlock) }
    }
    pub fn is_poisoned(&self) -> bool {
        false
    }
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        Ok(&mut self.data)
    }
}
impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock { data: T::default() }
    }
}
impl<T> From<T> for RwLock<T> {
    fn from(t: T) -> RwLock<T> {
        RwLock { data: t }
    }
}
pub struct RwLockReadGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
}
impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    lock: &'a RwLock<T>,
}
impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.lock.data
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WaitTimeoutResult(pub(crate) bool);
impl WaitTimeoutResult {
    pub fn timed_out(&self) -> bool {
        self.0
    }
}
#[must_abort(on_drop = "eof", role = "signal")]
pub struct Condvar {
    signal: (),
}
impl Condvar {
    #[pairs]
    pub const fn new() -> Condvar {
        primitive!()
    }
    #[parks(self)]
    fn park(&self) {
        primitive!()
    }
    // Whether time ended it.
    #[parks(self, deadline)]
    fn park_timeout(&self) -> bool {
        primitive!()
    }
    // The lock is free while it waits.
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let lock = guard.lock;
        drop(guard);
        self.park();
        lock.lock()
    }
    pub fn wait_while<'a, T, F>(&self, guard: MutexGuard<'a, T>, condition: F) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *guard) {
            guard = self.wait(guard)?;
        }
        Ok(guard)
    }
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let lock = guard.lock;
        drop(guard);
        let timed_out = self.park_timeout();
        Ok((lock.lock()?, WaitTimeoutResult(timed_out)))
    }
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        guard: MutexGuard<'a, T>,
        dur: Duration,
        condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *guard) {
            let lock = guard.lock;
            drop(guard);
            let timed_out = self.park_timeout();
            guard = lock.lock()?;
            if timed_out {
                return Ok((guard, WaitTimeoutResult(true)));
            }
        }
        Ok((guard, WaitTimeoutResult(false)))
    }
    #[sets(self)]
    pub fn notify_one(&self) {
        primitive!()
    }
    #[sets(self)]
    pub fn notify_all(&self) {
        primitive!()
    }
}
impl Default for Condvar {
    fn default() -> Condvar {
        Condvar::new()
    }
}

// Parks until the last of its `n` has come.
#[must_abort(on_drop = "eof", role = "signal")]
pub struct Barrier {
    signal: (),
}
pub struct BarrierWaitResult(bool);
impl BarrierWaitResult {
    pub fn is_leader(&self) -> bool {
        self.0
    }
}
impl Barrier {
    #[pairs]
    pub const fn new(n: usize) -> Barrier {
        primitive!()
    }
    #[parks(self)]
    #[sets(self)]
    fn park(&self) {
        primitive!()
    }
    pub fn wait(&self) -> BarrierWaitResult {
        self.park();
        BarrierWaitResult(unknown!())
    }
}

pub struct Once {
    done: bool,
}
pub struct OnceState {
    done: bool,
}
impl Once {
    pub const fn new() -> Once {
        Once { done: false }
    }
    pub fn call_once<F>(&self, f: F)
    where
        F: FnOnce(),
    {
        if !self.done {
            f();
            self.done = true;
        }
    }
    pub fn is_completed(&self) -> bool {
        self.done
    }
}
pub struct OnceLock<T> {
    value: Option<T>,
}
impl<T> OnceLock<T> {
    pub const fn new() -> OnceLock<T> {
        OnceLock { value: None }
    }
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.as_mut()
    }
    pub fn set(&self, value: T) -> Result<(), T> {
        match self.value {
            Some(_) => Err(value),
            None => {
                self.value = Some(value);
                Ok(())
            }
        }
    }
    pub fn get_or_init<F>(&self, f: F) -> &T
    where
        F: FnOnce() -> T,
    {
        self.value.get_or_insert_with(f)
    }
    pub fn into_inner(self) -> Option<T> {
        self.value
    }
    pub fn take(&mut self) -> Option<T> {
        self.value.take()
    }
}
impl<T> Default for OnceLock<T> {
    fn default() -> OnceLock<T> {
        OnceLock { value: None }
    }
}
pub struct LazyLock<T, F = fn() -> T> {
    value: Option<T>,
    init: F,
}
impl<T, F: FnOnce() -> T> LazyLock<T, F> {
    pub const fn new(f: F) -> LazyLock<T, F> {
        LazyLock { value: None, init: f }
    }
    pub fn force(this: &LazyLock<T, F>) -> &T {
        this.value.get_or_insert_with(this.init)
    }
}
impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
    type Target = T;
    fn deref(&self) -> &T {
        LazyLock::force(self)
    }
}
