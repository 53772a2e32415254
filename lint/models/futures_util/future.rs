//! `futures::future`
use futures_core::stream::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};

pub use futures_core::future::{BoxFuture, FusedFuture, Future, LocalBoxFuture, TryFuture};
pub use std::future::{Pending, Ready, pending, poll_fn, ready};

#[derive(Debug, Clone)]
pub enum Either<A, B> {
    Left(A),
    Right(B),
}
impl<A, B> Future for Either<A, B>
where
    A: Future,
    B: Future<Output = A::Output>,
{
    type Output = A::Output;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<A::Output> {
        match self.get_mut() {
            Either::Left(a) => tokio::select! { out = a => Poll::Ready(out) },
            Either::Right(b) => tokio::select! { out = b => Poll::Ready(out) },
        }
    }
}
impl<T, A, B> Either<(T, A), (T, B)> {
    pub fn factor_first(self) -> (T, Either<A, B>) {
        match self {
            Either::Left((x, a)) => (x, Either::Left(a)),
            Either::Right((x, b)) => (x, Either::Right(b)),
        }
    }
}
pub async fn join_all<I>(iter: I) -> Vec<<I::Item as Future>::Output>
where
    I: IntoIterator,
    I::Item: Future,
{
    let mut all = Vec::new();
    for future in iter {
        all.push(future.await);
    }
    all
}
pub async fn try_join_all<I>(iter: I) -> Result<Vec<<I::Item as TryFuture>::Ok>, <I::Item as TryFuture>::Error>
where
    I: IntoIterator,
    I::Item: TryFuture,
{
    let mut all = Vec::new();
    for future in iter {
        all.push(future.await?);
    }
    Ok(all)
}
pub async fn join<Future1, Future2>(future1: Future1, future2: Future2) -> (Future1::Output, Future2::Output)
where
    Future1: Future,
    Future2: Future,
{
    tokio::join!(future1, future2)
}
pub async fn join3<Future1, Future2, Future3>(
    future1: Future1,
    future2: Future2,
    future3: Future3,
) -> (Future1::Output, Future2::Output, Future3::Output)
where
    Future1: Future,
    Future2: Future,
    Future3: Future,
{
    tokio::join!(future1, future2, future3)
}
// The one that has not ended is handed back.
pub async fn select<A, B>(future1: A, future2: B) -> Either<(A::Output, B), (B::Output, A)>
where
    A: Future + Unpin,
    B: Future + Unpin,
{
    tokio::select! {
        out = &mut future1 => Either::Left((out, future2)),
        out = &mut future2 => Either::Right((out, future1)),
    }
}
pub async fn select_all<I>(iter: I) -> (<I::Item as Future>::Output, usize, Vec<I::Item>)
where
    I: IntoIterator,
    I::Item: Future + Unpin,
{
    let mut all: Vec<I::Item> = iter.into_iter().collect();
    let first = all.swap_remove(unknown!());
    (first.await, unknown!(), all)
}
pub async fn lazy<F, R>(f: F) -> R
where
    F: FnOnce(&mut Context<'_>) -> R,
{
    f(unknown!())
}
pub fn ok<T, E>(t: T) -> Ready<Result<T, E>> {
    ready(Ok(t))
}
pub fn err<T, E>(err: E) -> Ready<Result<T, E>> {
    ready(Err(err))
}

// The aborted future ends at its next poll with `Aborted`.
#[must_abort(on_drop = "eof", role = "signal")]
#[derive(Debug)]
pub(crate) struct Flag {
    signal: (),
}
impl Flag {
    #[pairs]
    fn new() -> Flag {
        primitive!()
    }
    #[same(self)]
    fn again(&self) -> Flag {
        primitive!()
    }
    #[sets(self)]
    fn raise(&self) {
        primitive!()
    }
    #[polls(self)]
    fn is_up(&self) -> bool {
        primitive!()
    }
    #[parks(self)]
    async fn wait(&self) {
        primitive!()
    }
}
#[derive(Debug)]
pub struct AbortHandle {
    flag: Flag,
}
#[derive(Debug)]
pub struct AbortRegistration {
    flag: Flag,
}
#[derive(Debug)]
pub struct Abortable<T> {
    task: T,
    flag: Flag,
}
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Aborted;
impl AbortHandle {
    pub fn new_pair() -> (Self, AbortRegistration) {
        let flag = Flag::new();
        (AbortHandle { flag: flag.again() }, AbortRegistration { flag })
    }
    pub fn abort(&self) {
        self.flag.raise();
    }
    pub fn is_aborted(&self) -> bool {
        self.flag.is_up()
    }
}
impl Clone for AbortHandle {
    fn clone(&self) -> AbortHandle {
        AbortHandle { flag: self.flag.again() }
    }
}
impl<T> Abortable<T> {
    pub fn new(task: T, reg: AbortRegistration) -> Self {
        Abortable { task, flag: reg.flag }
    }
    pub fn is_aborted(&self) -> bool {
        self.flag.is_up()
    }
}
impl<Fut: Future> Future for Abortable<Fut> {
    type Output = Result<Fut::Output, Aborted>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.get_mut();
        tokio::select! {
            _ = this.flag.wait() => Poll::Ready(Err(Aborted)),
            out = &mut this.task => Poll::Ready(Ok(out)),
        }
    }
}
pub fn abortable<Fut>(future: Fut) -> (Abortable<Fut>, AbortHandle)
where
    Fut: Future,
{
    let (handle, reg) = AbortHandle::new_pair();
    (Abortable::new(future, reg), handle)
}

pub trait FutureExt: Future {
    async fn map<U, F>(self, f: F) -> U
    where
        F: FnOnce(Self::Output) -> U,
        Self: Sized,
    {
        f(self.await)
    }
    async fn then<Fut, F>(self, f: F) -> Fut::Output
    where
        F: FnOnce(Self::Output) -> Fut,
        Fut: Future,
        Self: Sized,
    {
        f(self.await).await
    }
    fn left_future<B>(self) -> Either<Self, B>
    where
        B: Future<Output = Self::Output>,
        Self: Sized,
    {
        Either::Left(self)
    }
    fn right_future<A>(self) -> Either<A, Self>
    where
        A: Future<Output = Self::Output>,
        Self: Sized,
    {
        Either::Right(self)
    }
    fn fuse(self) -> Fuse<Self>
    where
        Self: Sized,
    {
        Fuse { future: Some(self) }
    }
    async fn inspect<F>(self, f: F) -> Self::Output
    where
        F: FnOnce(&Self::Output),
        Self: Sized,
    {
        let out = self.await;
        f(&out);
        out
    }
    fn boxed<'a>(self) -> BoxFuture<'a, Self::Output>
    where
        Self: Sized + Send + 'a,
    {
        Box::pin(self)
    }
    fn boxed_local<'a>(self) -> LocalBoxFuture<'a, Self::Output>
    where
        Self: Sized + 'a,
    {
        Box::pin(self)
    }
    fn poll_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Self::Output>
    where
        Self: Unpin,
    {
        Pin::new(self).poll(cx)
    }
    // One poll; the future is dropped.
    fn now_or_never(self) -> Option<Self::Output>
    where
        Self: Sized,
    {
        drop(self);
        unknown!()
    }
}
impl<T: ?Sized + Future> FutureExt for T {}
pub struct Fuse<Fut> {
    future: Option<Fut>,
}
impl<Fut: Future> Future for Fuse<Fut> {
    type Output = Fut::Output;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Fut::Output> {
        match &mut self.get_mut().future {
            Some(future) => tokio::select! { out = future => Poll::Ready(out) },
            None => Poll::Pending,
        }
    }
}
pub trait TryFutureExt: TryFuture {
    async fn map_ok<T, F>(self, f: F) -> Result<T, Self::Error>
    where
        F: FnOnce(Self::Ok) -> T,
        Self: Sized,
    {
        self.await.map(f)
    }
    async fn map_err<E, F>(self, f: F) -> Result<Self::Ok, E>
    where
        F: FnOnce(Self::Error) -> E,
        Self: Sized,
    {
        self.await.map_err(f)
    }
    async fn unwrap_or_else<F>(self, f: F) -> Self::Ok
    where
        Self: Sized,
        F: FnOnce(Self::Error) -> Self::Ok,
    {
        self.await.unwrap_or_else(f)
    }
}
impl<Fut: ?Sized + TryFuture> TryFutureExt for Fut {}
