//! `async_mutex`: what became the mutex of `async_lock`.
pub use async_lock::{Mutex, MutexGuard};
