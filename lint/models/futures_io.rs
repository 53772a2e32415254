//! `futures_io`
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

pub trait AsyncRead {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut [u8]) -> Poll<io::Result<usize>>;
}
pub trait AsyncWrite {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>>;
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>>;
    fn poll_close(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>>;
}
pub trait AsyncBufRead: AsyncRead {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>>;
    fn consume(self: Pin<&mut Self>, amt: usize);
}
// One read: `Ok(0)` at EOF.
pub(crate) trait Receives {
    async fn receive(&mut self) -> io::Result<usize>;
}
// One write, and the end of writing.
pub(crate) trait Transmits {
    async fn transmit(&mut self) -> io::Result<usize>;
    async fn finish(&mut self) -> io::Result<()>;
}
impl<T: ?Sized + Receives> Receives for &mut T {
    async fn receive(&mut self) -> io::Result<usize> {
        (**self).receive().await
    }
}
impl<T: ?Sized + Transmits> Transmits for &mut T {
    async fn transmit(&mut self) -> io::Result<usize> {
        (**self).transmit().await
    }
    async fn finish(&mut self) -> io::Result<()> {
        (**self).finish().await
    }
}
