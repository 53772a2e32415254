//! `Mutex` and `RwLock`
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

#[derive(Debug)]
pub struct TryLockError(pub(super) ());
impl std::fmt::Display for TryLockError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for TryLockError {}
#[must_abort(on_drop = "eof", role = "lock")]
pub struct Mutex<T: ?Sized> {
    data: T,
}
impl<T: ?Sized> Mutex<T> {
    pub fn new(t: T) -> Self
    where
        T: Sized,
    {
        Mutex { data: t }
    }
    pub const fn const_new(t: T) -> Self
    where
        T: Sized,
    {
        Mutex { data: t }
    }
    pub async fn lock(&self) -> MutexGuard<'_, T> {
        self.acquire().await;
        MutexGuard { lock: self }
    }
    pub fn blocking_lock(&self) -> MutexGuard<'_, T> {
        self.blocking_acquire();
        MutexGuard { lock: self }
    }
    #[parks(self)]
    async fn acquire(&self) {
        primitive!()
    }
    #[parks(self)]
    fn blocking_acquire(&self) {
        primitive!()
    }
    #[sets(self)]
    fn release(&self) {
        primitive!()
    }
    pub async fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        self.acquire().await;
        OwnedMutexGuard { lock: self }
    }
    pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError> {
        if unknown!() { Ok(MutexGuard { lock: self }) } else { Err(unknown!()) }
    }
    pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError> {
        if unknown!() { Ok(OwnedMutexGuard { lock: self }) } else { Err(unknown!()) }
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
    pub fn into_inner(self) -> T
    where
        T: Sized,
    {
        self.data
    }
}
impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        Mutex { data: T::default() }
    }
}
impl<T> From<T> for Mutex<T> {
    fn from(s: T) -> Self {
        Mutex { data: s }
    }
}
pub struct MutexGuard<'a, T: ?Sized> {
    lock: &'a Mutex<T>,
}
pub struct OwnedMutexGuard<T: ?Sized> {
    lock: Arc<Mutex<T>>,
}
pub struct MappedMutexGuard<'a, T: ?Sized> {
    data: &'a mut T,
}
impl<'a, T: ?Sized> MutexGuard<'a, T> {
    pub fn mutex(this: &MutexGuard<'a, T>) -> &'a Mutex<T> {
        this.lock
    }
}
#[must_abort(on_drop = "eof", role = "lock")]
pub struct RwLock<T: ?Sized> {
    data: T,
}
impl<T: ?Sized> RwLock<T> {
    pub fn new(value: T) -> RwLock<T>
    where
        T: Sized,
    {
        RwLock { data: value }
    }
    pub const fn const_new(value: T) -> RwLock<T>
    where
        T: Sized,
    {
        RwLock { data: value }
    }
    pub async fn read(&self) -> RwLockReadGuard<'_, T> {
        self.acquire_shared().await;
        RwLockReadGuard { lock: self }
    }
    pub fn blocking_read(&self) -> RwLockReadGuard<'_, T> {
        self.blocking_acquire_shared();
        RwLockReadGuard { lock: self }
    }
    #[parks(self)]
    async fn acquire(&self) {
        primitive!()
    }
    #[parks(self)]
    fn blocking_acquire(&self) {
        primitive!()
    }
    #[sets(self)]
    fn release(&self) {
        primitive!()
    }
    // Readers shut out who writes.
    #[parks(self)]
    #[borrows(self)]
    async fn acquire_shared(&self) {
        primitive!()
    }
    #[parks(self)]
    #[borrows(self)]
    fn blocking_acquire_shared(&self) {
        primitive!()
    }
    pub async fn read_owned(self: Arc<Self>) -> OwnedRwLockReadGuard<T> {
        self.acquire_shared().await;
        OwnedRwLockReadGuard { lock: self }
    }
    pub fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError> {
        if unknown!() { Ok(RwLockReadGuard { lock: self }) } else { Err(unknown!()) }
    }
    pub async fn write(&self) -> RwLockWriteGuard<'_, T> {
        self.acquire().await;
        RwLockWriteGuard { lock: self }
    }
    pub fn blocking_write(&self) -> RwLockWriteGuard<'_, T> {
        self.blocking_acquire();
        RwLockWriteGuard { lock: self }
    }
    pub async fn write_owned(self: Arc<Self>) -> OwnedRwLockWriteGuard<T> {
        self.acquire().await;
        OwnedRwLockWriteGuard { lock: self }
    }
    pub fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError> {
        if unknown!() { Ok(RwLockWriteGuard { lock: self }) } else { Err(unknown!()) }
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
    pub fn into_inner(self) -> T
    where
        T: Sized,
    {
        self.data
    }
}
impl<T: Default> Default for RwLock<T> {
    fn default() -> Self {
        RwLock { data: T::default() }
    }
}
impl<T> From<T> for RwLock<T> {
    fn from(s: T) -> Self {
        RwLock { data: s }
    }
}
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
}
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
}
pub struct OwnedRwLockReadGuard<T: ?Sized> {
    lock: Arc<RwLock<T>>,
}
pub struct OwnedRwLockWriteGuard<T: ?Sized> {
    lock: Arc<RwLock<T>>,
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
impl<T: ?Sized> Deref for OwnedMutexGuard<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> DerefMut for OwnedMutexGuard<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.lock.data
    }
}
impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> Deref for OwnedRwLockReadGuard<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
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
impl<T: ?Sized> Deref for OwnedRwLockWriteGuard<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> DerefMut for OwnedRwLockWriteGuard<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.lock.data
    }
}
impl<T: ?Sized> Deref for MappedMutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &*self.data
    }
}
impl<T: ?Sized> DerefMut for MappedMutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut *self.data
    }
}
impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> Drop for OwnedMutexGuard<T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> Drop for OwnedRwLockReadGuard<T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> Drop for OwnedRwLockWriteGuard<T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
