//! `parking_lot`
use std::ops::{Deref, DerefMut};
use std::time::{Duration, Instant};

#[must_abort(on_drop = "eof", role = "lock")]
pub struct Mutex<T: ?Sized> {
    data: T,
}
impl<T> Mutex<T> {
    pub const fn new(val: T) -> Mutex<T> {
        Mutex { data: val }
    }
    pub fn into_inner(self) -> T {
        self.data
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
    pub fn lock(&self) -> MutexGuard<'_, T> {
        self.acquire();
        MutexGuard { lock: self }
    }
    pub fn try_lock(&self) -> Option<MutexGuard<'_, T>> {
        if unknown!() { Some(MutexGuard { lock: self }) } else { None }
    }
    pub fn try_lock_for(&self, timeout: Duration) -> Option<MutexGuard<'_, T>> {
        if unknown!() { Some(MutexGuard { lock: self }) } else { None }
    }
    pub fn is_locked(&self) -> bool {
        unknown!()
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
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
#[must_abort(on_drop = "eof", role = "lock")]
pub struct RwLock<T: ?Sized> {
    data: T,
}
impl<T> RwLock<T> {
    pub const fn new(val: T) -> RwLock<T> {
        RwLock { data: val }
    }
    pub fn into_inner(self) -> T {
        self.data
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
    pub fn read(&self) -> RwLockReadGuard<'_, T> {
        self.acquire_shared();
        RwLockReadGuard { lock: self }
    }
    pub fn write(&self) -> RwLockWriteGuard<'_, T> {
        self.acquire();
        RwLockWriteGuard { lock: self }
    }
    pub fn try_read(&self) -> Option<RwLockReadGuard<'_, T>> {
        if unknown!() { Some(RwLockReadGuard { lock: self }) } else { None }
    }
    pub fn try_write(&self) -> Option<RwLockWriteGuard<'_, T>> {
        if unknown!() { Some(RwLockWriteGuard { lock: self }) } else { None }
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}
impl<T: Default> Default for RwLock<T> {
    fn default() -> RwLock<T> {
        RwLock { data: T::default() }
    }
}
pub struct MutexGuard<'a, T: ?Sized> {
    lock: &'a Mutex<T>,
}
impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.lock.data
    }
}
impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
pub struct RwLockReadGuard<'a, T: ?Sized> {
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
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
}
impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.lock.data
    }
}
impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);
impl WaitTimeoutResult {
    pub fn timed_out(self) -> bool {
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
    #[parks(self, deadline)]
    fn park_timeout(&self) -> bool {
        primitive!()
    }
    // The lock is free while it waits.
    pub fn wait<T: ?Sized>(&self, mutex_guard: &mut MutexGuard<'_, T>) {
        mutex_guard.lock.release();
        self.park();
        mutex_guard.lock.acquire();
    }
    pub fn wait_for<T: ?Sized>(&self, mutex_guard: &mut MutexGuard<'_, T>, timeout: Duration) -> WaitTimeoutResult {
        mutex_guard.lock.release();
        let timed_out = self.park_timeout();
        mutex_guard.lock.acquire();
        WaitTimeoutResult(timed_out)
    }
    pub fn wait_until<T: ?Sized>(&self, mutex_guard: &mut MutexGuard<'_, T>, timeout: Instant) -> WaitTimeoutResult {
        mutex_guard.lock.release();
        let timed_out = self.park_timeout();
        mutex_guard.lock.acquire();
        WaitTimeoutResult(timed_out)
    }
    pub fn wait_while<T, F>(&self, mutex_guard: &mut MutexGuard<'_, T>, condition: F)
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        while condition(&mut *mutex_guard) {
            self.wait(mutex_guard);
        }
    }
    pub fn notify_one(&self) -> bool {
        self.wake();
        unknown!()
    }
    pub fn notify_all(&self) -> usize {
        self.wake();
        unknown!()
    }
    #[sets(self)]
    fn wake(&self) {
        primitive!()
    }
}
impl Default for Condvar {
    fn default() -> Condvar {
        Condvar::new()
    }
}
