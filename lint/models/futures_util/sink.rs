//! `futures::sink`
use futures_sink::Accepts;

pub use futures_sink::Sink;

pub trait SinkExt<Item>: Sink<Item> {
    async fn send(&mut self, item: Item) -> Result<(), Self::Error>
    where
        Self: Unpin,
    {
        self.accept(item).await
    }
    async fn feed(&mut self, item: Item) -> Result<(), Self::Error>
    where
        Self: Unpin,
    {
        self.accept(item).await
    }
    async fn flush(&mut self) -> Result<(), Self::Error>
    where
        Self: Unpin,
    {
        if unknown!() { Ok(()) } else { Err(unknown!()) }
    }
    async fn close(&mut self) -> Result<(), Self::Error>
    where
        Self: Unpin,
    {
        self.finish().await
    }
}
impl<T: ?Sized + Sink<Item>, Item> SinkExt<Item> for T {}
