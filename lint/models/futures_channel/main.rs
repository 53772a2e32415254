//! `futures_channel`
pub mod mpsc;
pub mod oneshot;
