//! `futures::stream`: the adapters; what they pull is in `Pulls`.
use futures_core::future::Future;
use futures_core::stream::Pulls;
use futures_sink::{Accepts, Sink};
use std::pin::Pin;
use std::task::{Context, Poll};

pub use futures_core::stream::{BoxStream, FusedStream, LocalBoxStream, Stream, TryStream};

pub trait StreamExt: Stream {
    async fn next(&mut self) -> Option<Self::Item>
    where
        Self: Unpin,
    {
        self.pull().await
    }
    async fn into_future(self) -> (Option<Self::Item>, Self)
    where
        Self: Sized + Unpin,
    {
        let first = self.pull().await;
        (first, self)
    }
    fn map<T, F>(self, f: F) -> Map<Self, F>
    where
        F: FnMut(Self::Item) -> T,
        Self: Sized,
    {
        Map { stream: self, f }
    }
    fn enumerate(self) -> Enumerate<Self>
    where
        Self: Sized,
    {
        Enumerate { stream: self, count: 0 }
    }
    fn filter<Fut, F>(self, f: F) -> Filter<Self, Fut, F>
    where
        F: FnMut(&Self::Item) -> Fut,
        Fut: Future<Output = bool>,
        Self: Sized,
    {
        Filter { stream: self, f }
    }
    fn filter_map<Fut, T, F>(self, f: F) -> FilterMap<Self, Fut, F>
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future<Output = Option<T>>,
        Self: Sized,
    {
        FilterMap { stream: self, f }
    }
    fn then<Fut, F>(self, f: F) -> Then<Self, Fut, F>
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future,
        Self: Sized,
    {
        Then { stream: self, f }
    }
    fn take_while<Fut, F>(self, f: F) -> TakeWhile<Self, Fut, F>
    where
        F: FnMut(&Self::Item) -> Fut,
        Fut: Future<Output = bool>,
        Self: Sized,
    {
        TakeWhile { stream: self, f }
    }
    fn take(self, n: usize) -> Take<Self>
    where
        Self: Sized,
    {
        Take { stream: self, n }
    }
    fn skip(self, n: usize) -> Skip<Self>
    where
        Self: Sized,
    {
        Skip { stream: self, n }
    }
    fn fuse(self) -> Fuse<Self>
    where
        Self: Sized,
    {
        Fuse { stream: self }
    }
    fn inspect<F>(self, f: F) -> Inspect<Self, F>
    where
        F: FnMut(&Self::Item),
        Self: Sized,
    {
        Inspect { stream: self, f }
    }
    fn take_until<Fut>(self, fut: Fut) -> TakeUntil<Self, Fut>
    where
        Fut: Future,
        Self: Sized,
    {
        TakeUntil { stream: self, fut }
    }
    async fn collect<C: Default + Extend<Self::Item>>(self) -> C
    where
        Self: Sized,
    {
        let mut all = C::default();
        while let Some(x) = self.pull().await {
            all.extend(Some(x));
        }
        all
    }
    async fn count(self) -> usize
    where
        Self: Sized,
    {
        let mut n = 0;
        while let Some(_) = self.pull().await {
            n += 1;
        }
        n
    }
    async fn fold<T, Fut, F>(self, init: T, f: F) -> T
    where
        F: FnMut(T, Self::Item) -> Fut,
        Fut: Future<Output = T>,
        Self: Sized,
    {
        let mut accum = init;
        while let Some(x) = self.pull().await {
            accum = f(accum, x).await;
        }
        accum
    }
    async fn any<Fut, F>(self, f: F) -> bool
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future<Output = bool>,
        Self: Sized,
    {
        while let Some(x) = self.pull().await {
            if f(x).await {
                return true;
            }
        }
        false
    }
    async fn all<Fut, F>(self, f: F) -> bool
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future<Output = bool>,
        Self: Sized,
    {
        while let Some(x) = self.pull().await {
            if !f(x).await {
                return false;
            }
        }
        true
    }
    async fn for_each<Fut, F>(self, f: F)
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future<Output = ()>,
        Self: Sized,
    {
        while let Some(x) = self.pull().await {
            f(x).await;
        }
    }
    async fn for_each_concurrent<Fut, F>(self, limit: impl Into<Option<usize>>, f: F)
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future<Output = ()>,
        Self: Sized,
    {
        while let Some(x) = self.pull().await {
            f(x).await;
        }
    }
    fn by_ref(&mut self) -> &mut Self {
        self
    }
    fn boxed<'a>(self) -> BoxStream<'a, Self::Item>
    where
        Self: Sized + Send + 'a,
    {
        Box::pin(self)
    }
    fn boxed_local<'a>(self) -> LocalBoxStream<'a, Self::Item>
    where
        Self: Sized + 'a,
    {
        Box::pin(self)
    }
    fn buffered(self, n: usize) -> Buffered<Self>
    where
        Self::Item: Future,
        Self: Sized,
    {
        Buffered { stream: self }
    }
    fn buffer_unordered(self, n: usize) -> BufferUnordered<Self>
    where
        Self::Item: Future,
        Self: Sized,
    {
        BufferUnordered { stream: self }
    }
    fn chain<St>(self, other: St) -> Chain<Self, St>
    where
        St: Stream<Item = Self::Item>,
        Self: Sized,
    {
        Chain { first: Some(self), second: other }
    }
    fn zip<St>(self, other: St) -> Zip<Self, St>
    where
        St: Stream,
        Self: Sized,
    {
        Zip { a: self, b: other }
    }
    // Until the stream ends; then the sink is closed.
    async fn forward<S>(self, sink: S) -> Result<(), S::Error>
    where
        S: Sink<Self::Ok, Error = Self::Error>,
        Self: Sized + TryStream + Stream<Item = Result<Self::Ok, Self::Error>>,
    {
        while let Some(item) = self.pull().await {
            sink.accept(item?).await?;
        }
        sink.finish().await
    }
    fn split<Item>(self) -> (SplitSink<Self, Item>, SplitStream<Self>)
    where
        Self: Sink<Item> + Sized,
    {
        let shared = std::sync::Arc::new(self);
        (SplitSink { shared: shared.clone(), item: std::marker::PhantomData }, SplitStream { shared })
    }
    fn poll_next_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Option<Self::Item>>
    where
        Self: Unpin,
    {
        Pin::new(self).poll_next(cx)
    }
    // Native: never resolves when the stream has ended.
    async fn select_next_some(&mut self) -> Self::Item
    where
        Self: Unpin + FusedStream,
    {
        match self.pull().await {
            Some(x) => x,
            None => std::future::pending().await,
        }
    }
}
impl<T: ?Sized + Stream> StreamExt for T {}

pub struct Map<St, F> {
    stream: St,
    f: F,
}
impl<T, St: Stream, F: FnMut(St::Item) -> T> Stream for Map<St, F> {
    type Item = T;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        unknown!()
    }
}
impl<T, St: Pulls, F: FnMut(St::Item) -> T> Pulls for Map<St, F> {
    async fn pull(&mut self) -> Option<T> {
        match self.stream.pull().await {
            Some(x) => Some((self.f)(x)),
            None => None,
        }
    }
}
pub struct Enumerate<St> {
    stream: St,
    count: usize,
}
impl<St: Stream> Stream for Enumerate<St> {
    type Item = (usize, St::Item);
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<(usize, St::Item)>> {
        unknown!()
    }
}
impl<St: Pulls> Pulls for Enumerate<St> {
    async fn pull(&mut self) -> Option<(usize, St::Item)> {
        match self.stream.pull().await {
            Some(x) => {
                self.count += 1;
                Some((self.count - 1, x))
            }
            None => None,
        }
    }
}
pub struct Filter<St, Fut, F> {
    stream: St,
    f: F,
    fut: std::marker::PhantomData<Fut>,
}
impl<Fut: Future<Output = bool>, St: Stream, F: FnMut(&St::Item) -> Fut> Stream for Filter<St, Fut, F> {
    type Item = St::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        unknown!()
    }
}
impl<Fut: Future<Output = bool>, St: Pulls, F: FnMut(&St::Item) -> Fut> Pulls for Filter<St, Fut, F> {
    async fn pull(&mut self) -> Option<St::Item> {
        while let Some(x) = self.stream.pull().await {
            if (self.f)(&x).await {
                return Some(x);
            }
        }
        None
    }
}
pub struct FilterMap<St, Fut, F> {
    stream: St,
    f: F,
    fut: std::marker::PhantomData<Fut>,
}
impl<T, Fut: Future<Output = Option<T>>, St: Stream, F: FnMut(St::Item) -> Fut> Stream for FilterMap<St, Fut, F> {
    type Item = T;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        unknown!()
    }
}
impl<T, Fut: Future<Output = Option<T>>, St: Pulls, F: FnMut(St::Item) -> Fut> Pulls for FilterMap<St, Fut, F> {
    async fn pull(&mut self) -> Option<T> {
        while let Some(x) = self.stream.pull().await {
            if let Some(y) = (self.f)(x).await {
                return Some(y);
            }
        }
        None
    }
}
pub struct Then<St, Fut, F> {
    stream: St,
    f: F,
    fut: std::marker::PhantomData<Fut>,
}
impl<Fut: Future, St: Stream, F: FnMut(St::Item) -> Fut> Stream for Then<St, Fut, F> {
    type Item = Fut::Output;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
        unknown!()
    }
}
impl<Fut: Future, St: Pulls, F: FnMut(St::Item) -> Fut> Pulls for Then<St, Fut, F> {
    async fn pull(&mut self) -> Option<Fut::Output> {
        match self.stream.pull().await {
            Some(x) => Some((self.f)(x).await),
            None => None,
        }
    }
}
pub struct TakeWhile<St: Stream, Fut, F> {
    stream: St,
    f: F,
    fut: std::marker::PhantomData<Fut>,
}
impl<Fut: Future<Output = bool>, St: Stream, F: FnMut(&St::Item) -> Fut> Stream for TakeWhile<St, Fut, F> {
    type Item = St::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        unknown!()
    }
}
impl<Fut: Future<Output = bool>, St: Pulls, F: FnMut(&St::Item) -> Fut> Pulls for TakeWhile<St, Fut, F> {
    async fn pull(&mut self) -> Option<St::Item> {
        let x = self.stream.pull().await?;
        if (self.f)(&x).await { Some(x) } else { None }
    }
}
pub struct Take<St> {
    stream: St,
    n: usize,
}
impl<St: Stream> Stream for Take<St> {
    type Item = St::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        unknown!()
    }
}
impl<St: Pulls> Pulls for Take<St> {
    async fn pull(&mut self) -> Option<St::Item> {
        if self.n == 0 {
            return None;
        }
        self.n -= 1;
        self.stream.pull().await
    }
}
pub struct Skip<St> {
    stream: St,
    n: usize,
}
impl<St: Stream> Stream for Skip<St> {
    type Item = St::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        unknown!()
    }
}
impl<St: Pulls> Pulls for Skip<St> {
    async fn pull(&mut self) -> Option<St::Item> {
        while self.n > 0 {
            self.n -= 1;
            self.stream.pull().await?;
        }
        self.stream.pull().await
    }
}
pub struct Fuse<St> {
    stream: St,
}
impl<St: Stream> Stream for Fuse<St> {
    type Item = St::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        unknown!()
    }
}
impl<St: Pulls> Pulls for Fuse<St> {
    async fn pull(&mut self) -> Option<St::Item> {
        self.stream.pull().await
    }
}
pub struct Inspect<St, F> {
    stream: St,
    f: F,
}
impl<St: Stream, F: FnMut(&St::Item)> Stream for Inspect<St, F> {
    type Item = St::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        unknown!()
    }
}
impl<St: Pulls, F: FnMut(&St::Item)> Pulls for Inspect<St, F> {
    async fn pull(&mut self) -> Option<St::Item> {
        let x = self.stream.pull().await?;
        (self.f)(&x);
        Some(x)
    }
}
pub struct TakeUntil<St: Stream, Fut: Future> {
    stream: St,
    fut: Fut,
}
impl<St: Stream, Fut: Future> Stream for TakeUntil<St, Fut> {
    type Item = St::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        unknown!()
    }
}
impl<St: Pulls, Fut: Future> Pulls for TakeUntil<St, Fut> {
    async fn pull(&mut self) -> Option<St::Item> {
        tokio::select! {
            _ = &mut self.fut => None,
            item = self.stream.pull() => item,
        }
    }
}
pub struct Buffered<St>
where
    St: Stream,
    St::Item: Future,
{
    stream: St,
}
impl<St> Stream for Buffered<St>
where
    St: Stream,
    St::Item: Future,
{
    type Item = <St::Item as Future>::Output;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<<St::Item as Future>::Output>> {
        unknown!()
    }
}
impl<St: Pulls> Pulls for Buffered<St> {
    async fn pull(&mut self) -> Option<<St::Item as Future>::Output> {
        match self.stream.pull().await {
            Some(future) => Some(future.await),
            None => None,
        }
    }
}
pub struct BufferUnordered<St>
where
    St: Stream,
    St::Item: Future,
{
    stream: St,
}
impl<St> Stream for BufferUnordered<St>
where
    St: Stream,
    St::Item: Future,
{
    type Item = <St::Item as Future>::Output;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<<St::Item as Future>::Output>> {
        unknown!()
    }
}
impl<St: Pulls> Pulls for BufferUnordered<St> {
    async fn pull(&mut self) -> Option<<St::Item as Future>::Output> {
        match self.stream.pull().await {
            Some(future) => Some(future.await),
            None => None,
        }
    }
}
pub struct Chain<St1, St2> {
    first: Option<St1>,
    second: St2,
}
impl<St1: Stream, St2: Stream<Item = St1::Item>> Stream for Chain<St1, St2> {
    type Item = St1::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St1::Item>> {
        unknown!()
    }
}
impl<St1: Pulls, St2: Pulls> Pulls for Chain<St1, St2> {
    async fn pull(&mut self) -> Option<St1::Item> {
        if let Some(first) = &mut self.first {
            match first.pull().await {
                Some(x) => return Some(x),
                None => self.first = None,
            }
        }
        self.second.pull().await
    }
}
pub struct Zip<St1: Stream, St2: Stream> {
    a: St1,
    b: St2,
}
impl<St1: Stream, St2: Stream> Stream for Zip<St1, St2> {
    type Item = (St1::Item, St2::Item);
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<(St1::Item, St2::Item)>> {
        unknown!()
    }
}
impl<St1: Pulls, St2: Pulls> Pulls for Zip<St1, St2> {
    async fn pull(&mut self) -> Option<(St1::Item, St2::Item)> {
        let x = self.a.pull().await?;
        let y = self.b.pull().await?;
        Some((x, y))
    }
}
// Both halves hold the whole until both are gone.
pub struct SplitStream<S> {
    shared: std::sync::Arc<S>,
}
impl<S: Stream> Stream for SplitStream<S> {
    type Item = S::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        unknown!()
    }
}
impl<S: Pulls> Pulls for SplitStream<S> {
    async fn pull(&mut self) -> Option<S::Item> {
        let shared = &*self.shared;
        shared.pull().await
    }
}
pub struct SplitSink<S, Item> {
    shared: std::sync::Arc<S>,
    item: std::marker::PhantomData<Item>,
}
impl<S: Accepts<Item>, Item> Accepts<Item> for SplitSink<S, Item> {
    async fn accept(&mut self, item: Item) -> Result<(), S::Error> {
        let shared = &*self.shared;
        shared.accept(item).await
    }
    async fn finish(&mut self) -> Result<(), S::Error> {
        let shared = &*self.shared;
        shared.finish().await
    }
}
impl<S: Sink<Item>, Item> Sink<Item> for SplitSink<S, Item> {
    type Error = S::Error;
    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        unknown!()
    }
    fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), S::Error> {
        unknown!()
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        unknown!()
    }
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        unknown!()
    }
}
// Its futures are polled, and dropped, with it.
pub struct FuturesUnordered<Fut> {
    futures: Vec<Fut>,
}
impl<Fut> FuturesUnordered<Fut> {
    pub fn new() -> Self {
        FuturesUnordered { futures: Vec::new() }
    }
    pub fn len(&self) -> usize {
        self.futures.len()
    }
    pub fn is_empty(&self) -> bool {
        self.futures.is_empty()
    }
    pub fn push(&self, future: Fut) {
        self.futures.push(future);
    }
}
impl<Fut> Default for FuturesUnordered<Fut> {
    fn default() -> Self {
        FuturesUnordered::new()
    }
}
impl<Fut: Future> Stream for FuturesUnordered<Fut> {
    type Item = Fut::Output;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
        unknown!()
    }
}
impl<Fut: Future> Pulls for FuturesUnordered<Fut> {
    async fn pull(&mut self) -> Option<Fut::Output> {
        match self.futures.shift() {
            Some(future) => Some(future.await),
            None => None,
        }
    }
}
impl<Fut> FromIterator<Fut> for FuturesUnordered<Fut> {
    fn from_iter<I: IntoIterator<Item = Fut>>(iter: I) -> Self {
        FuturesUnordered { futures: iter.into_iter().collect() }
    }
}
impl<Fut> Extend<Fut> for FuturesUnordered<Fut> {
    fn extend<I: IntoIterator<Item = Fut>>(&mut self, iter: I) {
        self.futures.extend(iter);
    }
}
// Its futures are polled, and dropped, with it.
pub struct FuturesOrdered<Fut: Future> {
    futures: Vec<Fut>,
}
impl<Fut: Future> FuturesOrdered<Fut> {
    pub fn new() -> Self {
        FuturesOrdered { futures: Vec::new() }
    }
    pub fn len(&self) -> usize {
        self.futures.len()
    }
    pub fn is_empty(&self) -> bool {
        self.futures.is_empty()
    }
    pub fn push_back(&mut self, future: Fut) {
        self.futures.push(future);
    }
}
impl<Fut: Future> Default for FuturesOrdered<Fut> {
    fn default() -> Self {
        FuturesOrdered::new()
    }
}
impl<Fut: Future> Stream for FuturesOrdered<Fut> {
    type Item = Fut::Output;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
        unknown!()
    }
}
impl<Fut: Future> Pulls for FuturesOrdered<Fut> {
    async fn pull(&mut self) -> Option<Fut::Output> {
        match self.futures.shift() {
            Some(future) => Some(future.await),
            None => None,
        }
    }
}
impl<Fut: Future> FromIterator<Fut> for FuturesOrdered<Fut> {
    fn from_iter<I: IntoIterator<Item = Fut>>(iter: I) -> Self {
        FuturesOrdered { futures: iter.into_iter().collect() }
    }
}
impl<Fut: Future> Extend<Fut> for FuturesOrdered<Fut> {
    fn extend<I: IntoIterator<Item = Fut>>(&mut self, iter: I) {
        self.futures.extend(iter);
    }
}
#[derive(Debug, Clone)]
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
pub struct Unfold<T, F, Fut> {
    state: Option<T>,
    f: F,
    fut: std::marker::PhantomData<Fut>,
}
pub fn unfold<T, F, Fut, Item>(init: T, f: F) -> Unfold<T, F, Fut>
where
    F: FnMut(T) -> Fut,
    Fut: Future<Output = Option<(Item, T)>>,
{
    Unfold { state: Some(init), f, fut: std::marker::PhantomData }
}
impl<T, F, Fut, Item> Stream for Unfold<T, F, Fut>
where
    F: FnMut(T) -> Fut,
    Fut: Future<Output = Option<(Item, T)>>,
{
    type Item = Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Item>> {
        unknown!()
    }
}
impl<T, F, Fut, Item> Pulls for Unfold<T, F, Fut>
where
    F: FnMut(T) -> Fut,
    Fut: Future<Output = Option<(Item, T)>>,
{
    async fn pull(&mut self) -> Option<Item> {
        let state = self.state.take()?;
        match (self.f)(state).await {
            Some((item, state)) => {
                self.state = Some(state);
                Some(item)
            }
            None => None,
        }
    }
}
pub struct Select<St1, St2> {
    a: St1,
    b: St2,
}
pub fn select<St1, St2>(stream1: St1, stream2: St2) -> Select<St1, St2>
where
    St1: Stream,
    St2: Stream<Item = St1::Item>,
{
    Select { a: stream1, b: stream2 }
}
impl<St1: Stream, St2: Stream<Item = St1::Item>> Stream for Select<St1, St2> {
    type Item = St1::Item;
    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St1::Item>> {
        unknown!()
    }
}
impl<St1: Pulls, St2: Pulls> Pulls for Select<St1, St2> {
    async fn pull(&mut self) -> Option<St1::Item> {
        tokio::select! {
            Some(x) = self.a.pull() => Some(x),
            Some(x) = self.b.pull() => Some(x),
            else => None,
        }
    }
}

pub trait TryStreamExt: TryStream {
    async fn try_next(&mut self) -> Result<Option<Self::Ok>, Self::Error>
    where
        Self: Unpin,
    {
        match self.pull().await {
            Some(Ok(x)) => Ok(Some(x)),
            Some(Err(e)) => Err(e),
            None => Ok(None),
        }
    }
    async fn try_collect<C: Default + Extend<Self::Ok>>(self) -> Result<C, Self::Error>
    where
        Self: Sized,
    {
        let mut all = C::default();
        while let Some(x) = self.pull().await {
            all.extend(Some(x?));
        }
        Ok(all)
    }
    async fn try_for_each<Fut, F>(self, f: F) -> Result<(), Self::Error>
    where
        F: FnMut(Self::Ok) -> Fut,
        Fut: futures_core::future::TryFuture<Ok = (), Error = Self::Error>,
        Self: Sized,
    {
        while let Some(x) = self.pull().await {
            f(x?).await?;
        }
        Ok(())
    }
}
impl<S: ?Sized + TryStream> TryStreamExt for S {}

// The handles of `abortable`.
pub use crate::future::{AbortHandle, AbortRegistration, Abortable, Aborted};
