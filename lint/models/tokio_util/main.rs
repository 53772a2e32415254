//! `tokio_util`
pub mod codec;
pub mod sync;
pub mod task;
