//! `tokio::sync`
pub mod broadcast;
pub mod mpsc;
pub mod oneshot;
pub mod watch;

pub(crate) mod barrier;
pub(crate) mod lock;
pub(crate) mod notify;
pub(crate) mod once_cell;
pub(crate) mod semaphore;

pub use barrier::{Barrier, BarrierWaitResult};
pub use lock::{
    MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard, OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock, RwLockReadGuard,
    RwLockWriteGuard, TryLockError,
};
pub use notify::Notify;
pub use once_cell::{OnceCell, SetError};
pub use semaphore::{AcquireError, OwnedSemaphorePermit, Semaphore, SemaphorePermit, TryAcquireError};
