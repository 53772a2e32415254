//! `futures_core`
pub use future::{FusedFuture, Future, TryFuture};
pub use stream::{FusedStream, Stream, TryStream};

pub mod future {
    use std::pin::Pin;

    pub use std::future::Future;

    pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
    pub type LocalBoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;
    pub trait FusedFuture: Future {
        fn is_terminated(&self) -> bool;
    }
    pub trait TryFuture: Future {
        type Ok;
        type Error;
    }
    impl<F, T, E> TryFuture for F
    where
        F: ?Sized + Future<Output = Result<T, E>>,
    {
        type Ok = T;
        type Error = E;
    }
}
pub mod stream {
    use std::pin::Pin;
    use std::task::{Context, Poll};

    pub type BoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + Send + 'a>>;
    pub type LocalBoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + 'a>>;
    pub trait Stream {
        type Item;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>>;
        fn size_hint(&self) -> (usize, Option<usize>) {
            unknown!()
        }
    }
    // The next item, waited for: what `poll_next` stands for. A stream of the user's own has none.
    pub(crate) trait Pulls: Stream {
        async fn pull(&mut self) -> Option<Self::Item>;
    }
    impl<S: ?Sized + Stream + Unpin> Stream for &mut S {
        type Item = S::Item;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
            unknown!()
        }
    }
    impl<S: ?Sized + Pulls> Pulls for &mut S {
        async fn pull(&mut self) -> Option<S::Item> {
            (**self).pull().await
        }
    }
    impl<S: ?Sized + Stream + Unpin> Stream for Box<S> {
        type Item = S::Item;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
            unknown!()
        }
    }
    impl<S: ?Sized + Pulls> Pulls for Box<S> {
        async fn pull(&mut self) -> Option<S::Item> {
            (**self).pull().await
        }
    }
    impl<P> Stream for Pin<P>
    where
        P: std::ops::DerefMut + Unpin,
        P::Target: Stream,
    {
        type Item = <P::Target as Stream>::Item;
        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
            unknown!()
        }
    }
    impl<S: ?Sized + Pulls> Pulls for Pin<&mut S> {
        async fn pull(&mut self) -> Option<S::Item> {
            (*self.pointer).pull().await
        }
    }
    impl<S: ?Sized + Pulls> Pulls for Pin<Box<S>> {
        async fn pull(&mut self) -> Option<S::Item> {
            (*self.pointer).pull().await
        }
    }
    pub trait FusedStream: Stream {
        fn is_terminated(&self) -> bool;
    }
    pub trait TryStream: Stream {
        type Ok;
        type Error;
    }
    impl<S, T, E> TryStream for S
    where
        S: ?Sized + Stream<Item = Result<T, E>>,
    {
        type Ok = T;
        type Error = E;
    }
}
