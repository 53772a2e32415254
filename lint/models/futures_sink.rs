//! `futures_sink`
use std::pin::Pin;
use std::task::{Context, Poll};

pub trait Sink<Item> {
    type Error;
    fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>;
    fn start_send(self: Pin<&mut Self>, item: Item) -> Result<(), Self::Error>;
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>;
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), Self::Error>>;
}
// One item, waited for until there is room, and the end of sending. A sink of the user's own has none.
pub(crate) trait Accepts<Item>: Sink<Item> {
    async fn accept(&mut self, item: Item) -> Result<(), Self::Error>;
    async fn finish(&mut self) -> Result<(), Self::Error>;
}
impl<Item, S: ?Sized + Accepts<Item>> Accepts<Item> for &mut S {
    async fn accept(&mut self, item: Item) -> Result<(), S::Error> {
        (**self).accept(item).await
    }
    async fn finish(&mut self) -> Result<(), S::Error> {
        (**self).finish().await
    }
}
impl<S: ?Sized + Sink<Item> + Unpin, Item> Sink<Item> for &mut S {
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
