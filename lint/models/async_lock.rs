//! `async_lock`
#[must_abort(on_drop = "eof", role = "lock")]
pub struct Mutex<T: ?Sized> {
    data: T,
}
impl<T> Mutex<T> {
    pub const fn new(data: T) -> Mutex<T> {
        Mutex { data }
    }
    pub fn into_inner(self) -> T {
        self.data
    }
}
impl<T: ?Sized> Mutex<T> {
    #[parks(self)]
    async fn acquire(&self) {
        primitive!()
    }
    #[sets(self)]
    fn release(&self) {
        primitive!()
    }
    pub async fn lock(&self) -> MutexGuard<'_, T> {
        self.acquire().await;
        MutexGuard { lock: self }
    }
    pub fn try_lock(&self) -> Option<MutexGuard<'_, T>> {
        if unknown!() { Some(MutexGuard { lock: self }) } else { None }
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}
impl<T: Default + ?Sized> Default for Mutex<T> {
    fn default() -> Mutex<T> {
        Mutex { data: T::default() }
    }
}
pub struct MutexGuard<'a, T: ?Sized> {
    lock: &'a Mutex<T>,
}
impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> std::ops::Deref for MutexGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> std::ops::DerefMut for MutexGuard<'_, T> {
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
    pub fn into_inner(self) -> T {
        self.data
    }
}
impl<T: ?Sized> RwLock<T> {
    // Readers shut out who writes.
    #[parks(self)]
    #[borrows(self)]
    async fn share(&self) {
        primitive!()
    }
    #[parks(self)]
    async fn acquire(&self) {
        primitive!()
    }
    #[sets(self)]
    fn release(&self) {
        primitive!()
    }
    pub async fn read(&self) -> RwLockReadGuard<'_, T> {
        self.share().await;
        RwLockReadGuard { lock: self }
    }
    pub async fn write(&self) -> RwLockWriteGuard<'_, T> {
        self.acquire().await;
        RwLockWriteGuard { lock: self }
    }
    pub fn get_mut(&mut self) -> &mut T {
        &mut self.data
    }
}
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
}
impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> std::ops::Deref for RwLockReadGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
}
impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.release();
    }
}
impl<T: ?Sized> std::ops::Deref for RwLockWriteGuard<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.lock.data
    }
}
impl<T: ?Sized> std::ops::DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.lock.data
    }
}
