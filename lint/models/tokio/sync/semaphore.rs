//! `Semaphore`: a signal that is set while permits are left.
use std::sync::Arc;

#[derive(Debug)]
pub struct AcquireError(pub(crate) ());
impl std::fmt::Display for AcquireError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for AcquireError {}
#[derive(Debug, PartialEq, Eq)]
pub enum TryAcquireError {
    Closed,
    NoPermits,
}
impl std::fmt::Display for TryAcquireError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}
impl std::error::Error for TryAcquireError {}
#[must_abort(on_drop = "eof", role = "signal")]
#[derive(Debug)]
pub struct Semaphore {
    signal: (),
}
// Its drop gives the permit back.
#[derive(Debug)]
pub struct SemaphorePermit<'a> {
    sem: &'a Semaphore,
}
#[derive(Debug)]
pub struct OwnedSemaphorePermit {
    sem: Arc<Semaphore>,
}
impl Semaphore {
    #[pairs]
    pub fn new(permits: usize) -> Self {
        primitive!()
    }
    #[pairs]
    pub const fn const_new(permits: usize) -> Self {
        primitive!()
    }
    #[parks(self)]
    async fn wait(&self) -> Result<(), AcquireError> {
        primitive!()
    }
    #[sets(self)]
    fn release(&self) {
        primitive!()
    }
    #[sets(self)]
    pub fn add_permits(&self, n: usize) {
        primitive!()
    }
    pub fn forget_permits(&self, n: usize) -> usize {
        primitive!()
    }
    pub fn available_permits(&self) -> usize {
        primitive!()
    }
    pub async fn acquire(&self) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.wait().await?;
        Ok(SemaphorePermit { sem: self })
    }
    pub async fn acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.wait().await?;
        Ok(SemaphorePermit { sem: self })
    }
    pub fn try_acquire(&self) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        if unknown!() { Ok(SemaphorePermit { sem: self }) } else { Err(unknown!()) }
    }
    pub async fn acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.wait().await?;
        Ok(OwnedSemaphorePermit { sem: self })
    }
    pub async fn acquire_many_owned(self: Arc<Self>, n: u32) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.wait().await?;
        Ok(OwnedSemaphorePermit { sem: self })
    }
    pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        if unknown!() { Ok(OwnedSemaphorePermit { sem: self }) } else { Err(unknown!()) }
    }
    #[closes(self)]
    pub fn close(&self) {
        primitive!()
    }
    pub fn is_closed(&self) -> bool {
        unknown!()
    }
}
impl SemaphorePermit<'_> {
    pub fn forget(self) {
        std::mem::forget(self);
    }
}
impl Drop for SemaphorePermit<'_> {
    fn drop(&mut self) {
        self.sem.release();
    }
}
impl OwnedSemaphorePermit {
    pub fn forget(self) {
        std::mem::forget(self);
    }
    pub fn semaphore(&self) -> &Arc<Semaphore> {
        &self.sem
    }
}
impl Drop for OwnedSemaphorePermit {
    fn drop(&mut self) {
        self.sem.release();
    }
}
