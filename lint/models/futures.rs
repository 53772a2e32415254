//! `futures`: a facade.
pub use futures_core::future::{Future, TryFuture};
pub use futures_core::stream::{Stream, TryStream};
pub use futures_io::{AsyncBufRead, AsyncRead, AsyncWrite};
pub use futures_sink::Sink;
pub use futures_util::future::{FutureExt, TryFutureExt};
pub use futures_util::sink::SinkExt;
pub use futures_util::stream::{StreamExt, TryStreamExt};
pub use futures_util::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};

pub use futures_channel as channel;
pub use futures_util::future;
pub use futures_util::io;
pub use futures_util::lock;
pub use futures_util::sink;
pub use futures_util::stream;

pub mod executor {
    pub use futures_executor::{LocalPool, ThreadPool, block_on};
}
pub mod prelude {
    pub use crate::future::{self, Future, TryFuture};
    pub use crate::io::{AsyncBufRead, AsyncRead, AsyncWrite};
    pub use crate::sink::{self, Sink};
    pub use crate::stream::{self, Stream, TryStream};
    pub use crate::future::{FutureExt as _, TryFutureExt as _};
    pub use crate::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _};
    pub use crate::sink::SinkExt as _;
    pub use crate::stream::{StreamExt as _, TryStreamExt as _};
}
