//! `futures_lite`
pub use crate::future::FutureExt;
pub use crate::io::{AsyncBufRead, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
pub use crate::stream::StreamExt;
pub use futures_core::Stream;
pub use std::future::Future;

pub mod prelude {
    pub use crate::future::FutureExt as _;
    pub use crate::io::{AsyncBufRead, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
    pub use crate::stream::StreamExt as _;
    pub use futures_core::Stream;
    pub use std::future::Future;
}
pub mod future {
    use std::pin::Pin;

    pub use std::future::{Future, Pending, Ready, pending, poll_fn, ready};

    pub type Boxed<T> = Pin<Box<dyn Future<Output = T> + Send + 'static>>;
    pub fn block_on<T>(future: impl Future<Output = T>) -> T {
        future.await
    }
    // One poll; the future is dropped.
    pub async fn poll_once<T, F>(f: F) -> Option<T>
    where
        F: Future<Output = T>,
    {
        drop(f);
        unknown!()
    }
    #[parks(deadline)]
    pub async fn yield_now() {
        primitive!()
    }
    pub async fn zip<F1, F2>(future1: F1, future2: F2) -> (F1::Output, F2::Output)
    where
        F1: Future,
        F2: Future,
    {
        tokio::join!(future1, future2)
    }
    // The one that has not ended is dropped.
    pub async fn or<T, F1, F2>(future1: F1, future2: F2) -> T
    where
        F1: Future<Output = T>,
        F2: Future<Output = T>,
    {
        tokio::select! {
            out = future1 => out,
            out = future2 => out,
        }
    }
    pub async fn race<T, F1, F2>(future1: F1, future2: F2) -> T
    where
        F1: Future<Output = T>,
        F2: Future<Output = T>,
    {
        tokio::select! {
            out = future1 => out,
            out = future2 => out,
        }
    }
    pub trait FutureExt: Future {
        async fn or<F>(self, other: F) -> Self::Output
        where
            Self: Sized,
            F: Future<Output = Self::Output>,
        {
            or(self, other).await
        }
        async fn race<F>(self, other: F) -> Self::Output
        where
            Self: Sized,
            F: Future<Output = Self::Output>,
        {
            race(self, other).await
        }
        fn boxed<'a>(self) -> Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>
        where
            Self: Sized + Send + 'a,
        {
            Box::pin(self)
        }
    }
    impl<F: Future + ?Sized> FutureExt for F {}
}
pub mod stream {
    use futures_core::stream::Pulls;

    pub use futures_core::Stream;

    pub trait StreamExt: Stream {
        async fn next(&mut self) -> Option<Self::Item>
        where
            Self: Unpin,
        {
            self.pull().await
        }
        async fn for_each<F>(self, f: F)
        where
            Self: Sized,
            F: FnMut(Self::Item),
        {
            while let Some(item) = self.pull().await {
                f(item);
            }
        }
    }
    impl<S: Stream + ?Sized> StreamExt for S {}
}
pub mod io {
    use futures_io::{Receives, Transmits};
    use std::io;

    pub use futures_io::{AsyncBufRead, AsyncRead, AsyncWrite};

    pub trait AsyncReadExt: AsyncRead {
        async fn read<'a>(&'a mut self, buf: &'a mut [u8]) -> io::Result<usize>
        where
            Self: Unpin,
        {
            self.receive().await
        }
        // How much is asked for is not known; what comes is taken to be enough.
        async fn read_exact<'a>(&'a mut self, buf: &'a mut [u8]) -> io::Result<()>
        where
            Self: Unpin,
        {
            let n = self.receive().await?;
            if n == 0 { Err(io::Error::from(io::ErrorKind::UnexpectedEof)) } else { Ok(()) }
        }
        async fn read_to_end<'a>(&'a mut self, buf: &'a mut Vec<u8>) -> io::Result<usize>
        where
            Self: Unpin,
        {
            let mut total = 0;
            loop {
                let n = self.receive().await?;
                if n == 0 {
                    return Ok(total);
                }
                total += n;
            }
        }
    }
    impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}
    pub trait AsyncWriteExt: AsyncWrite {
        async fn write<'a>(&'a mut self, buf: &'a [u8]) -> io::Result<usize>
        where
            Self: Unpin,
        {
            self.transmit().await
        }
        async fn write_all<'a>(&'a mut self, buf: &'a [u8]) -> io::Result<()>
        where
            Self: Unpin,
        {
            self.transmit().await?;
            Ok(())
        }
        async fn flush(&mut self) -> io::Result<()>
        where
            Self: Unpin,
        {
            Ok(())
        }
        async fn close(&mut self) -> io::Result<()>
        where
            Self: Unpin,
        {
            self.finish().await
        }
    }
    impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}
}
