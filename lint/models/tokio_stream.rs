//! `tokio_stream`
pub use futures_core::Stream;

pub mod wrappers {
    use futures_core::Stream;
    use futures_core::stream::Pulls;
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use tokio::sync::{broadcast, mpsc};

    pub struct ReceiverStream<T> {
        inner: mpsc::Receiver<T>,
    }
    impl<T> ReceiverStream<T> {
        pub fn new(recv: mpsc::Receiver<T>) -> Self {
            ReceiverStream { inner: recv }
        }
        pub fn into_inner(self) -> mpsc::Receiver<T> {
            self.inner
        }
        pub fn close(&mut self) {
            self.inner.close();
        }
    }
    impl<T> Stream for ReceiverStream<T> {
        type Item = T;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
            unknown!()
        }
    }
    impl<T> Pulls for ReceiverStream<T> {
        async fn pull(&mut self) -> Option<T> {
            self.inner.recv().await
        }
    }
    pub struct UnboundedReceiverStream<T> {
        inner: mpsc::UnboundedReceiver<T>,
    }
    impl<T> UnboundedReceiverStream<T> {
        pub fn new(recv: mpsc::UnboundedReceiver<T>) -> Self {
            UnboundedReceiverStream { inner: recv }
        }
        pub fn into_inner(self) -> mpsc::UnboundedReceiver<T> {
            self.inner
        }
        pub fn close(&mut self) {
            self.inner.close();
        }
    }
    impl<T> Stream for UnboundedReceiverStream<T> {
        type Item = T;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
            unknown!()
        }
    }
    impl<T> Pulls for UnboundedReceiverStream<T> {
        async fn pull(&mut self) -> Option<T> {
            self.inner.recv().await
        }
    }
    pub struct IntervalStream {
        inner: tokio::time::Interval,
    }
    impl IntervalStream {
        pub fn new(recv: tokio::time::Interval) -> Self {
            IntervalStream { inner: recv }
        }
        pub fn into_inner(self) -> tokio::time::Interval {
            self.inner
        }
    }
    impl Stream for IntervalStream {
        type Item = tokio::time::Instant;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<tokio::time::Instant>> {
            unknown!()
        }
    }
    impl Pulls for IntervalStream {
        async fn pull(&mut self) -> Option<tokio::time::Instant> {
            Some(self.inner.tick().await)
        }
    }
    pub struct BroadcastStream<T> {
        inner: broadcast::Receiver<T>,
    }
    impl<T: 'static + Clone + Send> BroadcastStream<T> {
        pub fn new(rx: broadcast::Receiver<T>) -> Self {
            BroadcastStream { inner: rx }
        }
    }
    impl<T: 'static + Clone + Send> Stream for BroadcastStream<T> {
        type Item = Result<T, errors::BroadcastStreamRecvError>;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            unknown!()
        }
    }
    impl<T: 'static + Clone + Send> Pulls for BroadcastStream<T> {
        async fn pull(&mut self) -> Option<Result<T, errors::BroadcastStreamRecvError>> {
            match self.inner.recv().await {
                Ok(item) => Some(Ok(item)),
                Err(broadcast::error::RecvError::Closed) => None,
                Err(broadcast::error::RecvError::Lagged(n)) => Some(Err(errors::BroadcastStreamRecvError::Lagged(n))),
            }
        }
    }
    pub mod errors {
        #[derive(Debug, PartialEq, Eq, Clone)]
        pub enum BroadcastStreamRecvError {
            Lagged(u64),
        }
    }
    pub struct WatchStream<T> {
        inner: tokio::sync::watch::Receiver<T>,
        first: bool,
    }
    impl<T: 'static + Clone + Send + Sync> WatchStream<T> {
        pub fn new(rx: tokio::sync::watch::Receiver<T>) -> Self {
            WatchStream { inner: rx, first: true }
        }
        pub fn from_changes(rx: tokio::sync::watch::Receiver<T>) -> Self {
            WatchStream { inner: rx, first: false }
        }
    }
    impl<T: Clone + 'static + Send + Sync> Stream for WatchStream<T> {
        type Item = T;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
            unknown!()
        }
    }
    impl<T: Clone + 'static + Send + Sync> Pulls for WatchStream<T> {
        async fn pull(&mut self) -> Option<T> {
            if !self.first {
                self.inner.changed().await.ok()?;
            }
            self.first = false;
            Some(unknown!())
        }
    }
    pub struct TcpListenerStream {
        inner: tokio::net::TcpListener,
    }
    impl TcpListenerStream {
        pub fn new(listener: tokio::net::TcpListener) -> Self {
            TcpListenerStream { inner: listener }
        }
    }
    impl Stream for TcpListenerStream {
        type Item = std::io::Result<tokio::net::TcpStream>;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<std::io::Result<tokio::net::TcpStream>>> {
            unknown!()
        }
    }
    impl Pulls for TcpListenerStream {
        async fn pull(&mut self) -> Option<std::io::Result<tokio::net::TcpStream>> {
            match self.inner.accept().await {
                Ok((stream, _)) => Some(Ok(stream)),
                Err(e) => Some(Err(e)),
            }
        }
    }
    pub struct LinesStream<R> {
        inner: tokio::io::Lines<R>,
    }
    impl<R> LinesStream<R> {
        pub fn new(lines: tokio::io::Lines<R>) -> Self {
            LinesStream { inner: lines }
        }
    }
    impl<R: tokio::io::AsyncBufRead> Stream for LinesStream<R> {
        type Item = std::io::Result<String>;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<std::io::Result<String>>> {
            unknown!()
        }
    }
    impl<R: tokio::io::AsyncBufRead> Pulls for LinesStream<R> {
        async fn pull(&mut self) -> Option<std::io::Result<String>> {
            match self.inner.next_line().await {
                Ok(Some(line)) => Some(Ok(line)),
                Ok(None) => None,
                Err(e) => Some(Err(e)),
            }
        }
    }
}
use futures_core::stream::Pulls;
use std::pin::Pin;
use std::task::{Context, Poll};

pub trait StreamExt: Stream {
    async fn next(&mut self) -> Option<Self::Item>
    where
        Self: Unpin,
    {
        self.pull().await
    }
    async fn try_next<T, E>(&mut self) -> Result<Option<T>, E>
    where
        Self: Stream<Item = Result<T, E>> + Unpin,
    {
        match self.pull().await {
            Some(Ok(x)) => Ok(Some(x)),
            Some(Err(e)) => Err(e),
            None => Ok(None),
        }
    }
    async fn collect<T>(self) -> T
    where
        T: FromStream<Self::Item>,
        Self: Sized,
    {
        while let Some(x) = self.pull().await {}
        unknown!()
    }
}
impl<St: ?Sized + Stream> StreamExt for St {}
pub trait FromStream<T> {}
impl<T> FromStream<T> for Vec<T> {}

#[derive(Debug)]
pub struct Iter<I> {
    iter: I,
}
pub fn iter<I>(i: I) -> Iter<I::IntoIter>
where
    I: IntoIterator,
{
    Iter { iter: i.into_iter() }
}
impl<I: Iterator> Stream for Iter<I> {
    type Item = I::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<I::Item>> {
        Poll::Ready(self.iter.next())
    }
}
impl<I: Iterator> Pulls for Iter<I> {
    async fn pull(&mut self) -> Option<I::Item> {
        self.iter.next()
    }
}
