//! `futures_util`: `join!`, `select!` and `pin_mut!` are the parser's.
pub mod future;
pub mod io;
pub mod lock;
pub mod sink;
pub mod stream;

pub use futures_core::future::Future;
pub use futures_core::stream::{Stream, TryStream};
pub use futures_core::future::TryFuture;
pub use future::{FutureExt, TryFutureExt};
pub use io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
pub use sink::{Sink, SinkExt};
pub use stream::{StreamExt, TryStreamExt};
